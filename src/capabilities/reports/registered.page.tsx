import type { Child } from 'hono/jsx'
import { Details } from '../../design-system/details/details.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords } from '../../platform/time/local-month.ts'
import { sayNumber } from './figure-words.ts'
import type { Registration } from './find-registered/find-registered.query.ts'

/** Of a long list of days so many are written out. */
const mostDays = 10

/** How many of the desks are in these figures, and who is not and since when; of one desk, on which open days it is not. */
export function RegisteredNote({
  registration,
  t,
  language,
}: {
  registration: Registration | undefined
  t: Translate
  language: Language
}): Child {
  if (!registration) return null
  const say = (value: number): string => sayNumber(value, language)
  if ('open' in registration) {
    const { open, without } = registration
    const sayWithout = (count: number): string =>
      count === 0
        ? t('benchmark.days-without.none')
        : t(count === 1 ? 'benchmark.days-without.one' : 'benchmark.days-without.other', { count })
    const said = `${t('benchmark.open-days', { open: say(open) })} ${sayWithout(without.length)}`
    if (without.length === 0) return <Paragraph>{said}</Paragraph>
    return (
      <Stack gap="sm">
        <Paragraph>{said}</Paragraph>
        <Details summary={t('benchmark.which-days')} id="dagen-zonder">
          <ul>
            {without.slice(0, mostDays).map((day) => (
              <li>{dateInWords(day, language)}</li>
            ))}
            {without.length > mostDays && (
              <li>{t('benchmark.more-days', { count: without.length - mostDays })}</li>
            )}
          </ul>
        </Details>
      </Stack>
    )
  }
  const { desks, silent, names } = registration
  const said = t('benchmark.registered', { desks: say(desks), all: say(desks + silent.length) })
  if (silent.length === 0) return <Paragraph>{t('benchmark.all-registered', { count: desks })}</Paragraph>
  const never = silent.filter(({ lastDay }) => lastDay === undefined).length
  if (names.size === 0)
    return (
      <Paragraph>
        {said} {t('benchmark.silent-number', { count: silent.length, never: say(never) })}
      </Paragraph>
    )
  return (
    <Stack gap="sm">
      <Paragraph>{said}</Paragraph>
      <Details summary={t('benchmark.who-not', { count: silent.length })} id="niet-geregistreerd">
        <ul>
          {silent.map(({ deskId, lastDay }) => (
            <li>
              {names.get(deskId) ?? deskId}:{' '}
              {lastDay
                ? t('benchmark.last-day', { day: dateInWords(lastDay, language) })
                : t('benchmark.never')}
            </li>
          ))}
        </ul>
      </Details>
    </Stack>
  )
}
