package wire

import (
	"maps"

	"github.com/nodeledger/nodeledger/sentence"
)

// Sentence is something that the books say, for programs and for people.
type Sentence struct {
	Code   string            `json:"code" doc:"What is said" example:"points-from-pool"`
	Params map[string]string `json:"params" doc:"The values in it, by name"`
	Text   string            `json:"text" doc:"The same in English. It may change: programs look at code and params" example:"points of the epoch 2026-01-06, from the pool validators"`
}

// SentenceOf is a sentence as it goes out.
func SentenceOf(s sentence.Sentence) Sentence {
	out := Sentence{Code: string(s.Code), Params: map[string]string{}, Text: s.English()}
	maps.Copy(out.Params, s.Params)
	return out
}

// OptionalSentence is a sentence, or nothing where none is said.
func OptionalSentence(s sentence.Sentence) *Sentence {
	if s.IsZero() {
		return nil
	}
	out := SentenceOf(s)
	return &out
}

// SentencesOf are sentences as they go out.
func SentencesOf(list []sentence.Sentence) []Sentence {
	out := make([]Sentence, 0, len(list))
	for _, s := range list {
		out = append(out, SentenceOf(s))
	}
	return out
}
