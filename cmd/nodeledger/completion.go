package main

import (
	"io"

	"github.com/spf13/cobra"
)

// completionCommand prints the scripts that complete command lines.
func completionCommand() *cobra.Command {
	shell := func(name, folder string, write func(*cobra.Command, io.Writer) error) *cobra.Command {
		return &cobra.Command{
			Use: name, Short: "Print the completion script of " + name, Annotations: noBooks(),
			Long:    "Where to put it: " + folder + ". It is read when a shell starts.",
			Example: "  nodeledger completion " + name,
			RunE:    func(c *cobra.Command, _ []string) error { return write(c.Root(), c.OutOrStdout()) },
		}
	}
	return group("completion", "Print a completion script for bash, zsh or fish",
		shell("bash", "/etc/bash_completion.d/nodeledger", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }),
		shell("zsh", `a file _nodeledger in a folder of $fpath`, func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) }),
		shell("fish", "~/.config/fish/completions/nodeledger.fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }),
	)
}
