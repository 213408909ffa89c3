import type { Child } from 'hono/jsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { sameArea } from './area-address.ts'
import { BenchmarkLines } from './benchmark.page.tsx'
import type { Filter } from './figures-filter.ts'
import type { NamedArea } from './list-own-areas/list-own-areas.query.ts'
import type { Standing } from './read-standing/read-standing.query.ts'
import { RegisteredNote } from './registered.page.tsx'
import { SuddenChangesList } from './sudden-changes.page.tsx'

interface StandingView {
  readonly standing: Standing | undefined
  readonly filter: Filter
  readonly areas: readonly NamedArea[]
  readonly t: Translate
  readonly language: Language
}

/** Who is in the figures, and what changed suddenly: what one must know before reading on. */
export function StandingNotes({ standing, filter, t, language }: StandingView): Child {
  if (!standing) return null
  return (
    <>
      <RegisteredNote registration={standing.registration} t={t} language={language} />
      <SuddenChangesList found={standing.sudden} area={filter.area} t={t} language={language} />
    </>
  )
}

/** A few figures beside those of others. */
export function StandingBenchmark({ standing, filter, areas, t, language }: StandingView): Child {
  const named = areas.find(({ area }) => sameArea(area, filter.area))
  return named ? <BenchmarkLines benchmark={standing?.benchmark} view={{ t, language, named }} /> : null
}
