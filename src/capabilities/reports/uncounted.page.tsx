import { Alert } from '../../design-system/alert/alert.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Progress } from '../../design-system/progress/progress.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Language } from '../../platform/i18n/translate.ts'
import { mostWaitingCounts } from './asked-count.ts'
import { sayNumber } from './figure-words.ts'
import { ChosenNarrowings, FiguresFilter, type FiguresForm } from './figures-filter.page.tsx'
import { type Filter, filterQuery } from './figures-filter.ts'
import { FiguresParts } from './figures-parts.page.tsx'
import type { NarrowedFigures } from './read-narrowed/read-narrowed.query.ts'

/** In the address that asks for a count: the page to go back to. */
export const returnField = 'terug'
/** In an address: the count was not taken, since so many wait already. */
export const fullField = 'vol'

/** In place of figures over more contacts than anybody waits for: the question to have them counted, or how far that is. */
export function uncountedPage(
  page: FiguresForm & {
    readonly language: Language
    readonly filter: Filter
    readonly found: Exclude<NarrowedFigures, { state: 'counted' }>
    /** So many counts wait that this one was not taken. */
    readonly full: boolean
  },
): Page {
  const { t, language, address, choices, filter, found } = page
  const query = filterQuery(filter).toString()
  const counting = found.state === 'counting'
  const text = counting ? t('dashboard.counting.progress', { done: found.done, months: found.months }) : ''
  return {
    title: t('reports.navigation'),
    wide: true,
    ...(counting && { script: 'ask-count.js', scriptData: { address: `/sturing/tellen.json?${query}` } }),
    main: (
      <Stack>
        <FiguresParts t={t} current={address} query={query} />
        <Heading level={1}>{t('reports.navigation')}</Heading>
        <FiguresFilter {...page} />
        <ChosenNarrowings t={t} address={address} filter={filter} choices={choices} />
        {counting ? (
          <Stack>
            <Heading level={2}>{t('dashboard.counting')}</Heading>
            <Progress
              id="progress"
              label={t('dashboard.counting')}
              value={found.done}
              max={found.months}
              text={text}
            />
            <div role="status" id="progress-said" class="balie-visually-hidden" />
            <Paragraph>{t('dashboard.counting.may-leave')}</Paragraph>
            <Paragraph>
              <Link href={`${address}?${query}`}>{t('dashboard.counting.look')}</Link>
            </Paragraph>
          </Stack>
        ) : (
          <Stack>
            <Heading level={2}>{t('dashboard.too-many')}</Heading>
            {page.full && (
              <Alert kind="warning">
                <p>{t('dashboard.count-full', { most: mostWaitingCounts })}</p>
              </Alert>
            )}
            <Paragraph>
              {t('dashboard.too-many.why', { contacts: sayNumber(found.contacts, language) })}
            </Paragraph>
            <Form action={`/sturing/tellen?${query}&${returnField}=${encodeURIComponent(address)}`}>
              <div>
                <Button type="submit" variant="primary">
                  {t('dashboard.count')}
                </Button>
              </div>
            </Form>
          </Stack>
        )}
      </Stack>
    ),
  }
}
