import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, instantAt, localDay } from '../../../platform/time/local-time.ts'
import { addressLine, deskPath, distanceWords } from '../../desks/public.ts'
import { timeText } from '../appointment-words.ts'
import type { DeskWithRoom } from './choose-desk.query.ts'

export function chooseDeskPage({
  t,
  language,
  voice,
  where,
  place,
  desks,
  problem,
}: {
  t: Translate
  language: Language
  voice: PublicVoice
  where: string
  place?: string
  desks?: readonly DeskWithRoom[]
  problem?: string
}): Page {
  const moment = (at: number): string =>
    `${dayInWords(localDay(instantAt(at)), language, 'short')} ${timeText(instantAt(at), language)}`
  return {
    title: t('senders.choose.title'),
    errors: problem ? [{ id: 'waar', message: problem }] : [],
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('senders.choose.title')}</Heading>
          <FilterRow
            action="/samenwerking/aanmelden"
            label={t('senders.choose.title')}
            submit={t('senders.choose.submit')}
          >
            <FormField id="waar" label={t('senders.choose.where')} error={problem}>
              <TextInput name="waar" value={where} autocomplete="off" />
            </FormField>
          </FilterRow>
        </Stack>
        {desks && (
          <Stack>
            <Heading level={2}>{t('senders.choose.near', { place: place ?? where })}</Heading>
            {desks.length === 0 ? (
              <EmptyState>{t('senders.choose.none')}</EmptyState>
            ) : (
              <CardList>
                {desks.map(({ venue, free, firstFree, walkIn }) => (
                  <Card>
                    <Stack gap="sm">
                      <Heading level={3}>{venue.desk.name}</Heading>
                      <Paragraph>
                        {[distanceWords(venue.metres, voice), addressLine(venue.place ?? venue.desk)]
                          .filter(Boolean)
                          .join(' · ')}
                      </Paragraph>
                      <Paragraph>
                        {firstFree === undefined
                          ? t('senders.choose.no-room')
                          : t('senders.choose.room', { count: free, first: moment(firstFree) })}
                        {walkIn !== undefined && ` ${t('senders.choose.walk-in', { when: moment(walkIn) })}`}
                      </Paragraph>
                      <Button
                        href={`/samenwerking/aanmelden/${deskPath(venue.desk).split('/').at(-1)}`}
                        variant="secondary"
                      >
                        {t('senders.choose.desk', { desk: venue.desk.name })}
                      </Button>
                    </Stack>
                  </Card>
                ))}
              </CardList>
            )}
          </Stack>
        )}
      </Stack>
    ),
  }
}
