package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print version information", Annotations: noBooks(),
		Example: "  nodeledger version\n  nodeledger --version",
		RunE:    func(*cobra.Command, []string) error { return in.printVersion() },
	}
}

func (in *invocation) printVersion() error {
	v := version()
	return in.show(v, func(w io.Writer) {
		fmt.Fprintf(w, "nodeledger %s (%s)\n", v.Version, v.Go)
		if v.Revision != "" {
			fmt.Fprintf(w, "revision %s, modified: %t\n", v.Revision, v.Modified)
		}
	})
}

// version is what the build says about itself.
func version() wire.Version {
	v := wire.Version{Version: "unknown", Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Revision = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}
