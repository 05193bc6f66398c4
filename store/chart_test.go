package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Books say by which chart of accounts they are kept, under their identity's seal, and those of another are not opened.
func TestBooksOfAnotherChartAreNotOpened(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		s := open(t, dsn)
		verified(t, s)
		must(t, s.Close())
		for chart, want := range map[int]string{1: "nodeledger rebuild --from ", 3: "install a newer nodeledger", ledger.ChartVersion: ""} {
			setChart(t, dsn, chart)
			for _, connect := range []func(context.Context, string) (*Store, error){Connect, ConnectReadOnly} {
				s, err := connect(ctx, dsn)
				if err == nil {
					must(t, s.Close())
				}
				switch {
				case want == "" && err != nil, want != "" && (err == nil || !strings.Contains(err.Error(), want)):
					t.Errorf("chart %d: %v", chart, err)
				case chart == 1 && (problem.Of(err).Code != OldChart || strings.Contains(err.Error(), "\n")):
					t.Errorf("chart %d: code %s, %v", chart, problem.Of(err).Code, err)
				}
			}
			s, err := ConnectInputs(ctx, dsn)
			must(t, err)
			if s.Chart() != int64(chart) {
				t.Errorf("the chart is %d, not %d", s.Chart(), chart)
			}
			if _, err := s.State(ctx); (err == nil) != (chart == ledger.ChartVersion) {
				t.Errorf("another chart than was sealed, %d: %v", chart, err)
			}
			must(t, s.Close())
		}
	})
}

// setChart writes another chart into books.
func setChart(t *testing.T, dsn string, chart int) {
	t.Helper()
	driver := "sqlite"
	if strings.HasPrefix(dsn, "postgres") {
		driver = "pgx"
	}
	db, err := sql.Open(driver, dsn)
	must(t, err)
	defer db.Close()
	_, err = db.ExecContext(context.Background(), fmt.Sprintf("UPDATE identity SET chart = %d", chart))
	must(t, err)
}
