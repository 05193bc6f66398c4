package mirror

import "testing"

func TestPathsOfTiles(t *testing.T) {
	for path, want := range map[string]tile{
		"0/000":                 {false, 0, 0, 256},
		"0/001":                 {false, 0, 256, 256},
		"1/001.p/7":             {false, 1, 256, 7},
		"7/000.p/255":           {false, 7, 0, 255},
		"0/x001/x234/067":       {false, 0, 1234067 * 256, 256},
		"entries/x123/456.p/30": {true, 0, 123456 * 256, 30},
	} {
		if got, ok := parsePath(path); !ok || got != want {
			t.Errorf("%s is %+v, %v", path, got, ok)
		}
	}
	for _, path := range []string{"", "0", "0/", "8/000", "00/000", "x/000", "0/0", "0/0000", "0/x000/001", "0/001/002", "0/x001", "0/001.p/0",
		"0/001.p/256", "0/001.p/07", "0/001.p/", "0/00a", "0/-01", "entries", "entries/000/", "0/x999/x999/x999/x999/x999/999",
		"0/x001/x001/x001/x001/x001/x001/001", "0/000.p/7/", "../checkpoint"} {
		if got, ok := parsePath(path); ok {
			t.Errorf("%s is taken for %+v", path, got)
		}
	}
}
