package main

import (
	"os"
	"testing"

	"parley/model/extract/eval/gold"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

func BenchmarkTrain(b *testing.B) {
	f, _ := os.Open("/work/shared/data/polnear-train.jsonl")
	docs, _ := gold.Read(f)
	var ps [][]prose.Paragraph
	n := 0
	for i := range docs {
		ps = append(ps, docs[i].Paragraphs())
		n += len(docs[i].Text)
	}
	speaker.Fitted()
	b.Run("split", func(b *testing.B) {
		b.SetBytes(int64(n))
		for b.Loop() {
			for _, p := range ps {
				prose.Split(p)
			}
		}
	})
	b.Run("find", func(b *testing.B) {
		b.SetBytes(int64(n))
		for b.Loop() {
			for _, p := range ps {
				speaker.Find(prose.Split(p), false)
			}
		}
	})
}
