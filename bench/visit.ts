import { uuidv7 } from 'uuidv7'
import { Chance } from '../db/demo/chance.ts'
import * as shares from '../db/demo/shares.ts'

/** What one visitor came with, and how they were helped. */
export interface Visit {
  readonly id: string
  readonly topics: readonly string[]
  readonly help: readonly string[]
  readonly answers: Readonly<
    Record<'channel' | 'duration' | 'satisfied' | 'gender' | 'age' | 'language', string>
  >
}

const chance = new Chance('bench')

/** A visit drawn from the shares of the demo. */
export function makeVisit(): Visit {
  const questions = Number(chance.byWeight(shares.questionsPerContact))
  const help = new Set<string>([chance.byWeight(shares.help)])
  if (chance.happens(shares.otherHelp / 100)) help.add('help-other')
  return {
    id: uuidv7(),
    topics: Array.from({ length: questions }, () => chance.byWeight(shares.topics)),
    help: [...help],
    answers: {
      channel: 'channel-desk',
      duration: chance.byWeight(shares.durations),
      satisfied: chance.byWeight(shares.satisfaction),
      gender: chance.byWeight(shares.genders),
      age: chance.byWeight(shares.ages),
      language: chance.byWeight(shares.languages),
    },
  }
}

/** The fields of the form on a page with the values they have when it opens. */
export function fieldsOf(html: string, formId: string): [string, string][] {
  const [form = ''] = new RegExp(`<form[^>]* id="${formId}".*?</form>`, 's').exec(html) ?? []
  const fields: [string, string][] = []
  for (const [tag, kind, , options] of form.matchAll(
    /<(input|select)\b([^>]*)>(?:((?:(?!<\/select>).)*)<\/select>)?/gs,
  )) {
    const name = attribute(tag.slice(0, tag.indexOf('>')), 'name')
    if (name === undefined || name === '') continue
    const head = tag.slice(0, tag.indexOf('>') + 1)
    if (kind === 'select') {
      const all = [...(options ?? '').matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      const chosen = all.find((option) => /\sselected[\s=>]/.test(option)) ?? all[0] ?? ''
      fields.push([name, attribute(chosen, 'value') ?? ''])
    } else if (!/type="(radio|checkbox)"/.test(head) || /\schecked[\s=/>]/.test(head))
      fields.push([name, attribute(head, 'value') ?? ''])
  }
  return fields
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** The form of the page, filled in for this visit as somebody at the desk would. */
export function fillIn(form: readonly (readonly [string, string])[], visit: Visit): [string, string][] {
  const filled: Readonly<Record<string, string>> = {
    id: visit.id,
    'occurred-at': new Date().toISOString(),
    ...visit.answers,
  }
  return [
    ...form.flatMap(([name, value]): [string, string][] =>
      name === 'topic-0' || name === 'help' ? [] : [[name, filled[name] ?? value]],
    ),
    ...visit.topics.map((topic, number): [string, string] => [`topic-${number}`, topic]),
    ...visit.help.map((way): [string, string] => ['help', way]),
    ['action', 'save'],
  ]
}
