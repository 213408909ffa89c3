import type { Child } from 'hono/jsx'
import { Details } from '../../design-system/details/details.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { monthInWords } from '../../platform/time/local-month.ts'
import type { Area } from './area.ts'
import { addressOf } from './area-address.ts'
import { sayNumber } from './figure-words.ts'
import type { SuddenChanges } from './find-sudden-changes/find-sudden-changes.query.ts'

/** So many are told; more at once is rather another way of registering. */
const mostChanges = 5

/** The topics that rose or fell suddenly, each with a way to its figures; or that none did, where that could be known. */
export function SuddenChangesList({
  found: { month, isKnown, changes },
  area,
  t,
  language,
}: {
  found: SuddenChanges
  area: Area
  t: Translate
  language: Language
}): Child {
  if (changes.length === 0 && !isKnown) return null
  return (
    <Stack gap="sm">
      {changes.length > 0 ? (
        <Heading level={2}>{t('benchmark.sudden', { month: monthInWords(month, language) })}</Heading>
      ) : (
        <Paragraph>{t('benchmark.sudden.nothing', { month: monthInWords(month, language) })}</Paragraph>
      )}
      {changes.length > 0 && (
        <ul>
          {changes.slice(0, mostChanges).map((change) => (
            <li>
              <Link
                href={`/sturing?gebied=${addressOf(area)}&periode=twaalf-maanden&onderwerp=${change.topic}`}
              >
                {change.name}
              </Link>
              : {sayChange(change, { t, language })}
            </li>
          ))}
        </ul>
      )}
      <Details summary={t('benchmark.sudden.method')}>
        <Stack gap="sm">
          <Paragraph>{t('benchmark.sudden.usual')}</Paragraph>
          <Paragraph>{t('benchmark.sudden.alarm')}</Paragraph>
        </Stack>
      </Details>
    </Stack>
  )
}

function sayChange(
  { count, expected }: SuddenChanges['changes'][number],
  { t, language }: { t: Translate; language: Language },
): string {
  const usual = Math.round(expected)
  const values = { count: sayNumber(count, language), usual: sayNumber(usual, language) }
  // Out of nearly nothing no 'so many times' comes.
  if (usual < 1) return t('benchmark.sudden.new', values)
  if (count < expected) return t(count === 0 ? 'benchmark.sudden.none' : 'benchmark.sudden.fall', values)
  return t('benchmark.sudden.rise', { ...values, times: sayNumber(count / expected, language) })
}
