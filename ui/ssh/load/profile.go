package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"

	"parley/ui/cli"
)

// serve is the program that is measured.
func serve(profile string) int {
	if profile != "" {
		go func() {
			if err := profiles(os.Stdin, profile); err != nil {
				fmt.Fprintln(os.Stderr, "load:", err)
			}
		}()
	}
	return cli.Run(os.Args[1:], cli.Process())
}

// profiles writes down the processor time between the first line that comes and the second, and the memory after it.
func profiles(lines io.Reader, file string) error {
	told := bufio.NewReader(lines)
	if _, err := told.ReadString('\n'); err != nil {
		return err
	}
	times, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(times); err != nil {
		return err
	}
	if _, err := told.ReadString('\n'); err != nil {
		return err
	}
	pprof.StopCPUProfile()
	heap, err := os.Create(file + ".heap")
	if err != nil {
		return errors.Join(err, times.Close())
	}
	runtime.GC() // what is in use, not what was
	return errors.Join(pprof.WriteHeapProfile(heap), times.Close(), heap.Close())
}
