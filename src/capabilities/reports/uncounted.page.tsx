import { Button } from '../../design-system/button/button.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Progress } from '../../design-system/progress/progress.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { sayNumber } from './figure-words.ts'
import { FiguresFilter } from './figures-filter.page.tsx'
import { type Filter, filterQuery, type TypedFilter } from './figures-filter.ts'
import { FiguresParts } from './figures-parts.page.tsx'
import type { NamedArea } from './list-own-areas/list-own-areas.query.ts'
import type { KnownCodes } from './narrowing.ts'
import type { NarrowedFigures } from './read-narrowed/read-narrowed.query.ts'

/** In place of figures over more contacts than anybody waits for: the question to have them counted, or how far that is. */
export function uncountedPage({
  t,
  language,
  areas,
  known,
  filter,
  typed,
  found,
}: {
  readonly t: Translate
  readonly language: Language
  readonly areas: readonly NamedArea[]
  readonly known: KnownCodes
  readonly filter: Filter
  readonly typed: TypedFilter
  readonly found: Exclude<NarrowedFigures, { state: 'counted' }>
}): Page {
  const query = filterQuery(filter).toString()
  const counting = found.state === 'counting'
  const text = counting ? t('dashboard.counting.progress', { done: found.done, months: found.months }) : ''
  return {
    title: t('reports.navigation'),
    wide: true,
    ...(counting && { script: 'ask-count', scriptData: { address: `/sturing/tellen.json?${query}` } }),
    main: (
      <Stack>
        <FiguresParts t={t} current="/sturing" />
        <Heading level={1}>{t('reports.navigation')}</Heading>
        <FiguresFilter t={t} areas={areas} typed={typed} known={known} />
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
              <Link href={`/sturing?${query}`}>{t('dashboard.counting.look')}</Link>
            </Paragraph>
          </Stack>
        ) : (
          <Stack>
            <Heading level={2}>{t('dashboard.too-many')}</Heading>
            <Paragraph>
              {t('dashboard.too-many.why', { contacts: sayNumber(found.contacts, language) })}
            </Paragraph>
            <Form action={`/sturing/tellen?${query}`}>
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
