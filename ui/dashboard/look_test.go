package dashboard

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestLook(t *testing.T) {
	for _, s := range [][2]int{{120, 40}, {80, 24}, {40, 20}} {
		d := drive(t, newFake(talks()), testOptions(), s[0], s[1])
		d.keys(strings.Fields(os.Getenv("KEYS"))...)
		fmt.Println(d.screen())
	}
}
