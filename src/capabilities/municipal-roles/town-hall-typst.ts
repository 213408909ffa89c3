import type { Translate } from '../../platform/i18n/translate.ts'
import type { TownHallDocument } from './town-hall-document.ts'

/** What the template below sets. */
export const townHallData = (document: TownHallDocument, t: Translate) => ({
  ...document,
  date: document.day.split('-').map(Number),
  sections: document.sections.map((section) => ({
    aside: false,
    text: [],
    points: [],
    facts: [],
    quotes: [],
    tables: [],
    ...section,
  })),
  words: { page: t('sent-reports.page'), of: t('sent-reports.page-of') },
})

/**
 * The look of what goes to the town hall. For the alderman one A4 in two columns; for the council as many as it takes. Text comes from
 * the data as strings: Typst reads no markup in those. Headings make the bookmarks, tables have headers.
 */
export const townHallTemplate = `
#let data = json(bytes(sys.inputs.data))
#let accent = rgb("#154273")
#let soft = rgb("#e8eef5")
#let brief = data.kind == "alderman"
#set document(
  title: data.title,
  author: "Balie",
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)),
)
#set text(lang: data.language, font: ("Atkinson Hyperlegible Next", "Atkinson Extended"), size: 11pt)
#set page(
  paper: "a4",
  margin: if brief { (x: 1.5cm, top: 1.3cm, bottom: 1.5cm) } else { (x: 2.2cm, top: 2.2cm, bottom: 2.4cm) },
  footer: context [
    #set text(size: 8pt)
    #data.title #h(1fr) #data.words.page #counter(page).display() #data.words.of #counter(page).final().first()
  ],
)
#set par(leading: if brief { 0.6em } else { 0.7em }, spacing: if brief { 0.8em } else { 1em })
#show title: set text(size: if brief { 17pt } else { 22pt }, fill: accent)
#show title: set block(below: 0.5em)
#show heading.where(level: 1): set text(size: if brief { 13pt } else { 15pt }, fill: accent)
#show heading: set block(above: if brief { 1.2em } else { 1.6em }, below: 0.6em, sticky: true)
#set list(spacing: 0.55em, indent: 0pt, body-indent: 0.5em)
#set table.cell(breakable: false)
#let section(it) = {
  heading(level: 1, it.heading)
  for line in it.text { par(line) }
  if it.facts.len() > 0 {
    for fact in it.facts {
      par[#text(size: 1.35em, weight: "bold", fill: accent, fact.value) #h(0.3em) #fact.label]
    }
  }
  if it.points.len() > 0 { list(..it.points.map(point => [#point])) }
  for words in it.quotes {
    block(width: 100%, inset: (x: 8pt, y: 6pt), stroke: (left: 3pt + accent), fill: soft, words)
  }
  for each in it.tables {
    figure(
      kind: table,
      supplement: none,
      numbering: none,
      caption: figure.caption(position: top, text(weight: "bold", each.caption)),
      table(
        columns: (2fr,) + (1fr,) * (each.headers.len() - 1),
        align: (x, y) => if x == 0 { left } else { right },
        stroke: (x, y) => (bottom: 0.5pt + rgb("#8a94a0")),
        inset: (x: 4pt, y: 4pt),
        table.header(..each.headers.map(header => strong(header))),
        ..each.rows.flatten().map(cell => [#cell]),
      ),
    )
  }
}
#show figure: set align(left)
#title()
#par(data.state)
#if brief {
  grid(
    columns: (1fr, 1fr),
    column-gutter: 0.9cm,
    ..(false, true).map(aside => for it in data.sections.filter(it => it.aside == aside) { section(it) }),
  )
} else {
  for it in data.sections { section(it) }
}
`
