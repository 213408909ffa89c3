import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { TestBrowser } from './test-app.ts'

/** What the five large numbers on the page of an account say, with what stands below each. */
export function figuresOn(html: string): { readonly number: string; readonly remarks: string }[] {
  return [...html.matchAll(/balie-figure-numbers__number">(.*?)<\/dd>(.*?)<\/div>/gs)].map(
    ([, number = '', remarks = '']) => ({ number: wordsOf(number), remarks: wordsOf(remarks) }),
  )
}

/** The text of a piece of HTML, with plain spaces. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

export interface TestBooking {
  readonly municipality?: string
  readonly year: number
  readonly cents: number
  readonly purpose?: 'library' | 'promotion' | 'network'
  readonly kind?: 'budget' | 'commitment' | 'spending'
  readonly afterSigning?: boolean
}

/** Something in the books of a municipality, Amersfoort where nothing is said. */
export async function book(
  owner: pg.Client,
  account: string,
  {
    municipality = 'GM0307',
    year,
    cents,
    purpose = 'library',
    kind = 'spending',
    afterSigning = false,
  }: TestBooking,
): Promise<void> {
  await owner.query(
    `insert into funding.bookings (id, municipality_code, year, day, kind, purpose, description, amount_cents, after_signing, reason, made_by, created_at)
     values ($1, $2, $3::int, make_date($3::int, 6, 1), $4, $5, 'Bijdrage', $6, $7, $8, $9, now())`,
    [
      randomUUID(),
      municipality,
      year,
      kind,
      purpose,
      cents,
      afterSigning,
      afterSigning ? 'Factuur kwam later' : '',
      account,
    ],
  )
}

/** The amount that a municipality was awarded under the scheme of 2023. */
export async function award(owner: pg.Client, municipality: string, cents: number): Promise<void> {
  await owner.query(
    `insert into funding.amounts (scheme_id, municipality_code, from_year, amount_cents, source, entered_at)
     select id, $1, 2023, $2, 'annex', now() from funding.schemes where first_year = 2023`,
    [municipality, cents],
  )
}

/** Contacts at a desk, each with as many questions as `questions` says; a municipality of its own where the desk stood elsewhere. */
export async function addContacts(
  owner: pg.Client,
  at: {
    readonly desk: string
    readonly library: string
    readonly municipality: string
    readonly account: string
  },
  day: string,
  questions: readonly number[],
): Promise<void> {
  for (const number of questions) {
    const id = uuidv7()
    await owner.query(
      `insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, channel, occurred_at, occurred_on,
         received_at, author_account_id, sender_account_id, content_hash)
       values ($1, $2, $3, $4, 'guide', 'contact', 'channel-desk', $5::date + time '12:00', $5, now(), $6, $6, '')`,
      [id, at.library, at.desk, at.municipality, day, at.account],
    )
    await owner.query(
      `insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code)
       select $1, position, $2, $3, $4, 'digid' from generate_series(1, $5) as position`,
      [id, at.library, at.desk, day, number],
    )
  }
}

/** Fields of the form for learning materials: lines of a name and a number, as the page shows them. */
export function materialFields(
  html: string,
  typed: readonly (readonly [string, string])[],
): Record<string, readonly string[]> {
  const all = (name: string): string[] =>
    [...html.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*>`, 'g'))].map(
      ([input]) => /value="([^"]*)"/.exec(input)?.[1]?.replaceAll('&amp;', '&') ?? '',
    )
  const kept = all('id')
  const lines = kept.map((_, index) => [all('material')[index] ?? '', all('used')[index] ?? ''] as const)
  for (const [material, used] of typed) {
    const at = lines.findIndex(([name]) => name === material)
    lines[at >= 0 ? at : lines.findIndex(([name, number]) => name === '' && number === '')] = [material, used]
  }
  return {
    id: kept,
    version: all('version'),
    material: lines.map(([name]) => name),
    used: lines.map(([, number]) => number),
  }
}

/** Signs an account by its page, as one person would. */
export async function sign(official: TestBrowser, address: string, reason = ''): Promise<Response> {
  const html = await (await official.get(address)).text()
  const shown = /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return official.post(address, { shown, as: 'A. Tester, beleidsmedewerker', reason })
}
