// Parley opens a folder of briefings about a negotiation and shows who is in it, what they propose and what they said.
package main

import (
	"os"

	"parley/ui/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], cli.Process()))
}
