package problem

import "strings"

// Nearest is the word of the list that a misspelt word most likely means; empty when none is near. Capitals do not count, and of two
// that are equally near the first is taken.
func Nearest(word string, list []string) string {
	best, found := 1+len(word)/3, ""
	if len(word) > 64 {
		return ""
	}
	for _, candidate := range list {
		if d := distance(strings.ToLower(word), strings.ToLower(candidate)); d <= best && (found == "" || d < best) {
			best, found = d, candidate
		}
	}
	return found
}

// distance is how many letters must be added, removed or replaced to make one word the other (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(row[j]+1, row[j+1]+1, replaced)
		}
	}
	return row[len(b)]
}
