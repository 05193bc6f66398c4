package notice

import "time"

// How long an endpoint is left alone after it failed.
const (
	firstPause   = 5 * time.Second
	longestPause = time.Hour
)

// Pause is how long an endpoint is left alone after so many failures in a row: 5 seconds, twice as long each time, up to an hour; a quarter
// more or less by a random number, so that many endpoints of one host are not asked at the same moment.
func Pause(failures int, random uint64) time.Duration {
	pause := longestPause
	if doubled := failures - 1; doubled < 10 {
		pause = min(longestPause, firstPause<<max(0, doubled))
	}
	spread := uint64(pause / 2)
	return pause - pause/4 + time.Duration(random%spread)
}

// FailingFrom is how many failures in a row make an endpoint one that fails: some three minutes.
const FailingFrom = 5
