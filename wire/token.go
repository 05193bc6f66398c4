package wire

// Token is a secret for an operator and the hash that stands for it in the books.
type Token struct {
	Token string `json:"token"`
	Hash  string `json:"hash"`
}
