// Command goldseam is a desktop app for two people who want to rebuild trust.
package main

import (
	"os"

	"goldseam.app/app"
)

func main() { os.Exit(app.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
