package written

import (
	"strings"
	"sync"
	"unicode"

	"parley/model/text"
)

// A Section is what a heading says about the text below it.
//
//   - Level does not matter, nor case, accents, a number before it, a colon or a remark in brackets behind it.
//   - The nearest heading above that is known counts: "Proposals" holds for the text below "Veyra" below it.
//   - All shipped languages are understood in every briefing, as people mix them.
type Section uint8

// The sections that are known. In Comment the analyst speaks: nothing there is a party's statement.
const (
	NoSection Section = iota
	Actors
	Proposals
	Quotes
	Summary
	Comment
	Background
	NextSteps
	Timeline
	Sources
	Draft // "Text": square brackets are drafting brackets
)

var headings = map[Section]string{
	Actors: `actors, parties, participants, people, delegations, present
		akteure, parteien, beteiligte, teilnehmer, teilnehmende, personen, delegationen
		acteurs, délégations, personnes, présents
		actores, partes, participantes, delegaciones, personas
		участники, стороны, действующие лица, делегации
		учасники, сторони, дійові особи, делегації`,
	Proposals: `proposals, offers, options, positions, terms, demands, proposal, offer
		vorschläge, angebote, optionen, positionen, bedingungen, forderungen
		propositions, offres, conditions, demandes, exigences
		propuestas, ofertas, opciones, posiciones, condiciones, términos, exigencias
		предложения, варианты, позиции, условия, требования
		пропозиції, варіанти, позиції, умови, вимоги`,
	Quotes: `quotes, statements, quotations, remarks, in their own words
		zitate, erklärungen, aussagen, stellungnahmen, äußerungen
		citations, déclarations, propos
		citas, declaraciones
		цитаты, заявления, высказывания
		цитати, заяви, висловлювання`,
	Summary: `summary, executive summary, key points, in brief
		zusammenfassung, das wichtigste, überblick
		résumé, synthèse, en bref
		resumen, síntesis
		кратко, краткое содержание, резюме, сводка, главное
		стисло, підсумок, стислий зміст, головне`,
	Comment: `comment, comments, assessment, analysis, analyst's comment, analyst comment, our assessment, embassy comment
		kommentar, bewertung, einschätzung, wertung, analyse
		commentaire, commentaires, évaluation, appréciation
		comentario, comentarios, evaluación, valoración, análisis
		комментарий, комментарии, оценка, анализ
		коментар, коментарі, оцінка, аналіз`,
	Background: `background, context, history
		hintergrund, vorgeschichte, kontext
		contexte, historique, rappel
		antecedentes, contexto
		справка, предыстория, контекст
		передісторія, довідка`,
	NextSteps: `next steps, way forward, follow-up, follow up, outlook
		nächste schritte, weiteres vorgehen, ausblick
		prochaines étapes, suites
		próximos pasos, seguimiento
		дальнейшие шаги, следующие шаги
		наступні кроки, подальші кроки`,
	Timeline: `timeline, chronology
		zeitleiste, zeittafel, chronologie, ablauf
		calendrier
		cronología
		хронология
		хронологія`,
	Sources: `sources, references
		quellen, belege
		références
		fuentes
		источники
		джерела`,
	Draft: `text, draft text, text of the draft
		wortlaut, textentwurf
		texte, projet de texte
		texto
		текст, проект текста
		проєкт тексту`,
}

var sections = sync.OnceValue(func() map[string]Section {
	all := map[string]Section{}
	for section, words := range headings {
		for word := range strings.FieldsFuncSeq(words, func(r rune) bool { return r == ',' || r == '\n' }) {
			if word = headKey(word); word != "" {
				all[word] = section
			}
		}
	}
	return all
})

// headKey folds a heading to the form in which it is looked up.
func headKey(heading string) string {
	if i := strings.LastIndexByte(heading, '('); i > 0 && strings.HasSuffix(strings.TrimSpace(heading), ")") {
		heading = heading[:i]
	}
	s := strings.TrimFunc(text.Fold(heading), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, number := range []string{"i ", "ii ", "iii ", "iv ", "v ", "vi "} {
		s = strings.TrimPrefix(s, strings.TrimSuffix(number, " ")+". ")
	}
	return s
}

// SectionOf answers the section of the headings above a text, as Node.Heads has them.
func SectionOf(heads []string) Section {
	for i := len(heads) - 1; i >= 0; i-- {
		if s := sections()[headKey(heads[i])]; s != NoSection {
			return s
		}
	}
	return NoSection
}

// sectionOf is SectionOf with a memory of one: nodes below one heading share its list.
func (f *finder) sectionOf(heads []string) Section {
	if len(heads) == 0 {
		return NoSection
	}
	if len(heads) != len(f.heads) || &heads[0] != &f.heads[0] {
		f.heads, f.section = heads, SectionOf(heads)
	}
	return f.section
}
