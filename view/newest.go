package view

// Newest is a page of a list whose elements are numbered from 1: those before a number (0: all), the newest first, limit at
// most, each as show gives it. more says that the list goes on.
func Newest[Kept, Shown any](list []Kept, before, limit int, show func(number int, one Kept) (Shown, error)) (page []Shown, more bool,
	err error) {
	end := len(list)
	if before > 0 {
		end = min(end, before-1)
	}
	for n := end; n > 0; n-- {
		if len(page) == limit {
			return page, true, nil
		}
		one, err := show(n, list[n-1])
		if err != nil {
			return nil, false, err
		}
		page = append(page, one)
	}
	return page, false, nil
}
