import type { AgreementKind } from './agreement.ts'

// The texts of the blocks, their titles and the names of their blanks are Dutch, and stand here and not in the catalogues: they are
// parts of a Dutch legal document, of our own wording, and not words on a screen that could be read in another language.

/**
 * What the guide names to agree about: annex II (both models), § 5.2.3 to § 5.2.6. A test holds that each has a block.
 */
export const guideSubjects = {
  'provides-desks': 'bijlage II: de bibliotheek verzorgt een of meer informatiepunten',
  'external-quality-test': 'bijlage II en § 5.2.4: kwaliteitstoets door CBCT',
  'audit-is-shared': '§ 5.2.4: de bevindingen van de audit delen',
  'subsidy-of-each-municipality': 'bijlage II: hoogte van de subsidie, door elke gemeente',
  'enough-for-certification': 'bijlage II: genoeg subsidie om aan de norm te voldoen',
  'way-of-accounting': 'bijlage II: wijze van verantwoording',
  'lowering-the-subsidy': 'bijlage II: hoe een gemeente haar deel kan verminderen',
  'progress-and-evaluation': 'bijlage II: voortgangsoverleg en evaluatie',
  'municipality-without-library': 'bijlage II en § 5.2.2: een gemeente zonder bibliotheek',
  'nearer-across-the-border': 'bijlage II en § 5.2.2: een informatiepunt over de grens is dichterbij',
  'spread-of-locations': 'bijlage II en § 5.2.2: locaties afstemmen',
  'six-roles': 'bijlage II: de zes rollen van de gemeente',
  'how-many-and-where': '§ 5.2.5: hoeveel informatiepunten, en waar',
  'opening-hours': '§ 5.2.5: hoe ruim de openingstijden',
  'one-with-wide-hours': '§ 5.2.5: ten minste een met ruimere openingstijden',
  'target-groups': '§ 5.2.5: doelgroepen',
  'policy-areas': '§ 5.2.5: verbinding met beleidsterreinen',
  'reach-satisfaction-referrals': '§ 5.2.5: bereik, klanttevredenheid, doorverwijzingen',
  'partners-by-name': '§ 5.2.5: samenwerking met partners, bij naam',
  'national-registration': '§ 5.2.5: deelname aan de landelijke registratie',
  monitor: '§ 5.2.5: deelname aan de monitor van de VNG',
  'room-to-experiment': '§ 5.2.6: ruimte om te experimenteren en te leren',
  'contact-person': '§ 5.2.3: een vast contactpersoon',
} as const
export type GuideSubject = keyof typeof guideSubjects

/** What Balie may know already, to propose in a blank. */
export type KnownThing = 'desks' | 'partners' | 'municipalities' | 'goals' | 'amount' | 'year' | 'ground'

export interface TableColumn {
  readonly key: string
  readonly label: string
  /** `share` in percent, which add up to 100 over the rows. */
  readonly kind?: 'amount' | 'share'
}

/** What is filled in by hand, or proposed from what is known. */
export interface Blank {
  readonly key: string
  readonly label: string
  /** What it is called where it is open in the middle of a sentence: `uiterlijk op [nog invullen: dag]`. */
  readonly mark?: string
  /** `list`: one on each line. `amount`: whole cents as text. `day`: 2026-11-24. `percent`: 0 to 100. */
  readonly kind: 'line' | 'text' | 'list' | 'amount' | 'day' | 'year' | 'percent' | 'table'
  readonly hint?: string
  /** May stay empty: then what is said with it is left out. */
  readonly optional?: true
  readonly known?: KnownThing
  readonly columns?: readonly TableColumn[]
  /** The first cell of each row of a table, where that is always the same. */
  readonly rows?: readonly string[]
  /** What stands there before anybody typed anything. */
  readonly usual?: string
}

/**
 * A numbered part of an article. `{key}` stands for a blank of the block, or for a fact of the agreement. What is said with an
 * optional blank or fact that is empty, is left out.
 */
export interface Member {
  readonly text: string
  /** A blank of which the lines follow as a list. */
  readonly list?: string
  /** A list that is always the same. */
  readonly items?: readonly string[]
  /** A blank that follows as a table. */
  readonly table?: string
  readonly only?: AgreementKind
  /** Said only while this optional blank or fact is empty. */
  readonly without?: string
}

export interface BuildingBlock {
  readonly key: string
  readonly title: string
  /** One line that helps to choose. */
  readonly about: string
  /** The section of the guide that it covers; empty for what every agreement of its kind has. */
  readonly guide: string
  readonly covers: readonly GuideSubject[]
  readonly kinds: readonly AgreementKind[]
  /** Chosen beforehand. Who does not want it leaves it out. */
  readonly usual: boolean
  readonly blanks: readonly Blank[]
  readonly members: readonly (string | Member)[]
}

/** What is known of the agreement itself and may stand in every block; `until`, `notice` and `review` may be empty. */
export const factLabels = {
  municipality: 'naam van de gemeente',
  library: 'naam van de bibliotheek',
  parties: 'namen van de andere gemeenten',
  from: 'eerste dag',
  until: 'laatste dag',
  notice: 'opzegtermijn',
  review: 'dag van de evaluatie',
} as const
export type Fact = keyof typeof factLabels
export const optionalFacts: readonly Fact[] = ['until', 'notice', 'review']
