package runfile

// buffer keeps what is written as long as it is no more than most bytes.
type buffer struct {
	most    int // bytes
	content []byte
	over    bool // more was written: content is empty
}

func (b *buffer) Write(p []byte) (int, error) {
	if b.over = b.over || len(b.content)+len(p) > b.most; b.over {
		b.content = nil
	} else {
		b.content = append(b.content, p...)
	}
	return len(p), nil
}
