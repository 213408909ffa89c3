import { uuidv7 } from 'uuidv7'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { saysTheSame, sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { writeAmount } from '../../../platform/money/amount.ts'
import {
  findMunicipalities,
  findOrganisations,
  findOrganisationsOfKinds,
  findWorkingArea,
  type Municipality,
  municipalityMeant,
} from '../../organisations/public.ts'
import { sentId } from '../keep-booking/keep-booking.form.ts'
import { findSharingKeys } from '../list-sharing/list-sharing.query.ts'
import { type MoneyYear, moneyAddress, moneyYear } from '../money-year.ts'
import type { SharingKey } from '../sharing.ts'
import { addSharingKey, changeSharingKey } from './keep-sharing-key.command.ts'
import { type KeyFacts, keyFields, keyForm, keySent, offTheWhole } from './keep-sharing-key.form.ts'
import { chooseLibraryPage, keyPage } from './keep-sharing-key.page.tsx'
import { countBasis } from './keep-sharing-key.query.ts'

export async function showAddKey(request: WebRequest): Promise<Reply> {
  const money = await moneyYear(request)
  if (request.query('bibliotheek') === '') {
    const libraries = await request.database.read(money.scope, (db) =>
      findOrganisationsOfKinds(db, money.scope, ['library']),
    )
    return showPage(chooseLibraryPage({ ...pageOf(request, money), libraries }))
  }
  const { page } = await prepareNew(request, money)
  const form = new FormFields([
    ['id', uuidv7()],
    ['fromYear', String(money.year)],
    ...page.candidates.map(({ code }): [string, string] => ['municipality', code]),
  ])
  return showPage(keyPage({ ...page, form, errors: [] }))
}

export async function submitAddKey(request: WebRequest): Promise<Reply> {
  const money = await moneyYear(request)
  const { page, all } = await prepareNew(request, money)
  const form = await request.form()
  const shown = withSent(page, form, all)
  const read = readKey(request, shown, form, all)
  if ('again' in read) return read.again
  const { scope, municipality } = money
  const id = sentId(form) ?? uuidv7()
  const basis = await basisOf(request, money, { ...read.facts, libraryId: page.library.id }, undefined)
  const outcome = await request.database.write(scope, (tx) =>
    addSharingKey(
      tx,
      scope,
      { id, libraryId: page.library.id, madeBy: municipality.code },
      read.facts,
      basis,
      request.clock.now(),
    ),
  )
  if (outcome === 'sent-before') {
    const keys = await request.database.read(scope, (db) => findSharingKeys(db, scope))
    const stored = keys.find((each) => each.id === id)
    if (!saysTheSame(read.facts, stored && factsOf(stored)))
      return { kind: 'page', status: 409, page: keyPage({ ...shown, ...sentBefore(form, request.t) }) }
  }
  return seeOther(moneyAddress(`/delen/sleutel/${id}`, money, { bericht: 'bewaard' }))
}

export async function showKey(request: WebRequest): Promise<Reply> {
  const { page } = await prepareKey(request)
  return showPage(
    keyPage({
      ...page,
      form: new FormFields(keyFields(page.sharingKey)),
      errors: [],
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}

export async function submitKey(request: WebRequest): Promise<Reply> {
  const { money, page, all } = await prepareKey(request)
  const { sharingKey } = page
  if (!page.isMaker) return refuse('not-found')
  const form = await request.form()
  const shown = withSent(page, form, all)
  const read = readKey(request, shown, form, all)
  if ('again' in read) return read.again
  const basis = await basisOf(request, money, { ...read.facts, libraryId: page.library.id }, sharingKey)
  const outcome = await request.database.write(money.scope, (tx) =>
    changeSharingKey(
      tx,
      money.scope,
      { id: sharingKey.id, version: versionSent(form) },
      read.facts,
      basis,
      request.clock.now(),
    ),
  )
  if (outcome === 'kept')
    return seeOther(moneyAddress(`/delen/sleutel/${sharingKey.id}`, money, { bericht: 'bewaard' }))
  const now = await prepareKey(request)
  return {
    kind: 'page',
    status: 409,
    page: keyPage({
      ...withSent(now.page, form, all),
      stored: now.page.sharingKey,
      form: typedOver(form, now.page.sharingKey.version),
      errors: [{ id: 'meanwhile', message: request.t('money.error.meanwhile') }],
    }),
  }
}

type KeyPage = Parameters<typeof keyPage>[0]
type Prepared = Omit<KeyPage, 'form' | 'errors'>

/** The page with the municipalities that somebody added to it himself. */
function withSent<Page extends Prepared>(page: Page, form: FormFields, all: readonly Municipality[]): Page {
  const sent = new Set([...page.candidates.map(({ code }) => code), ...form.all('candidate')])
  const known = all.filter(({ code }) => sent.has(code))
  return {
    ...page,
    candidates: [
      ...page.candidates,
      ...known.filter(({ code }) => !page.candidates.some((each) => each.code === code)),
    ],
  }
}

/** What was typed as a key; or the page again, because something is wrong or one more municipality was asked for. */
function readKey(
  request: WebRequest,
  page: Prepared,
  form: FormFields,
  all: readonly Municipality[],
): { facts: KeyFacts } | { again: Reply } {
  const { t } = request
  const wanted = form.text('other')
  if (form.has('add') || wanted !== '') {
    const other = municipalityMeant(all, wanted)
    if (!other)
      return {
        again: showAgain(
          keyPage({ ...page, form, errors: [{ id: 'other', message: t('money.error.key-other') }] }),
        ),
      }
    const candidates = page.candidates.some(({ code }) => code === other.code)
      ? page.candidates
      : [...page.candidates, other]
    const withOther = new FormFields([
      ...form.entries().filter(([name]) => name !== 'other' && name !== 'add'),
      ['municipality', other.code],
    ])
    return { again: showPage(keyPage({ ...page, candidates, form: withOther, errors: [] })) }
  }
  const parsed = parseForm(
    keyForm,
    keySent(
      form,
      page.candidates.map(({ code }) => code),
    ),
    t,
  )
  const again = (errors: readonly FormError[]) => ({ again: showAgain(keyPage({ ...page, form, errors })) })
  if (!parsed.ok) return again(parsed.errors)
  const off = offTheWhole(parsed.value)
  if (off === 0) return { facts: parsed.value }
  const [first] = parsed.value.parts.keys()
  return again([
    {
      id: `share-${first}`,
      message: t(off < 0 ? 'money.error.key-less' : 'money.error.key-more', {
        together: writeAmount(10_000 + off),
        off: writeAmount(Math.abs(off)),
      }),
    },
  ])
}

/** The numbers of a key's parts: as typed where they are fixed; else as counted now, or as they were. */
async function basisOf(
  request: WebRequest,
  { scope, municipality, year, facts }: MoneyYear,
  { kind, parts, libraryId }: KeyFacts & { readonly libraryId: string },
  before: SharingKey | undefined,
): Promise<Map<string, number | null>> {
  if (kind === 'fixed') return new Map(parts)
  const counted = await request.database.read(scope, (db) =>
    countBasis(db, scope, { kind, libraryId }, [...parts.keys()], {
      own: ownCodes(municipality.code, facts.municipalities),
      year,
    }),
  )
  const kept = (code: string): number | null =>
    (before?.kind === kind
      ? before.parts.find((part) => part.municipalityCode === code)?.basis
      : undefined) ?? null
  return new Map([...parts.keys()].map((code) => [code, counted.get(code) ?? kept(code)]))
}

/** What a key says in its form: its parts count for themselves only where they are fixed. */
const factsOf = ({ name, kind, fromYear, untilYear, parts }: SharingKey): KeyFacts => ({
  name,
  kind,
  fromYear,
  untilYear,
  parts: new Map(
    parts.map(({ municipalityCode, basis }) => [municipalityCode, kind === 'fixed' ? basis : null]),
  ),
})

/** A municipality with those that merged into it. */
export function ownCodes(
  code: string,
  municipalities: MoneyYear['facts']['municipalities'],
): readonly [string, ...string[]] {
  return [
    code,
    ...municipalities
      .filter((each) => each.successorCode === code)
      .flatMap((each) => ownCodes(each.code, municipalities)),
  ]
}

async function prepareNew(request: WebRequest, money: MoneyYear) {
  const { scope } = money
  const id = request.query('bibliotheek')
  return request.database.read(scope, async (db) => {
    const libraries = await findOrganisationsOfKinds(db, scope, ['library'])
    const library = foundOrRefuse(libraries.find((each) => each.id === id))
    const all = await findMunicipalities(db, scope, money.today)
    const area = await findWorkingArea(db, scope, library.id)
    return {
      all,
      page: {
        ...pageOf(request, money),
        library,
        isMaker: true,
        candidates: all.filter(({ code }) => area.includes(code) || code === money.municipality.code),
      },
    }
  })
}

/** A key that this municipality made or has a part in. */
export async function prepareKey(request: WebRequest) {
  const money = await moneyYear(request)
  const { scope, municipality } = money
  const id = request.idParam('key')
  return request.database.read(scope, async (db) => {
    const sharingKey = foundOrRefuse((await findSharingKeys(db, scope)).find((each) => each.id === id))
    if (
      sharingKey.madeBy !== municipality.code &&
      !sharingKey.parts.some(({ municipalityCode }) => municipalityCode === municipality.code)
    )
      refuse('not-found')
    const [library] = await findOrganisations(db, scope, [sharingKey.libraryId])
    const all = await findMunicipalities(db, scope, money.today)
    const area = await findWorkingArea(db, scope, sharingKey.libraryId)
    const inKey = new Set(sharingKey.parts.map(({ municipalityCode }) => municipalityCode))
    return {
      money,
      all,
      page: {
        ...pageOf(request, money),
        library: foundOrRefuse(library),
        sharingKey,
        isMaker: sharingKey.madeBy === municipality.code,
        candidates: [
          ...sharingKey.parts.map(({ municipalityCode: code, municipality: name }) => ({ code, name })),
          ...all.filter(({ code }) => area.includes(code) && !inKey.has(code)),
        ],
      },
    }
  })
}

const pageOf = (request: WebRequest, { municipality, year }: MoneyYear) => ({
  t: request.t,
  language: request.language,
  municipality,
  year,
})
