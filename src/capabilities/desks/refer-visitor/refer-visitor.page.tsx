import { Button } from '../../../design-system/button/button.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Columns, Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicMessageKey, PublicVoice } from '../../../platform/i18n/public-language.ts'
import { DigitalHelpLine } from '../digital-help-line.page.tsx'
import { accessWords, distanceWords, type Now, openingWords } from '../opening-words.ts'
import { addressLine, deskPath, type Venue } from '../venue.ts'
import { nameOf } from '../venue-card.page.tsx'
import type { WaysToHelp, WayToHelp } from './refer-visitor.query.ts'

interface ReferPage {
  readonly voice: PublicVoice
  readonly where: string
  readonly now: Now
  readonly place?: string
  readonly ways?: WaysToHelp
  readonly problem?: PublicMessageKey
}

/** One screen: the visitor's postcode, and below it today, by telephone, by appointment, later. */
export function referVisitorPage(page: ReferPage): Page {
  const { voice, where, ways, place, problem } = page
  const { t, language, link } = voice
  return {
    title: t('finder.refer.title'),
    wide: ways !== undefined,
    errors: problem ? [{ id: 'waar', message: t(problem) }] : [],
    forPublic: {
      language,
      path: ways ? `/doorverwijzen?${new URLSearchParams({ waar: where })}` : '/doorverwijzen',
      description: t('finder.refer.description'),
      unlisted: ways !== undefined,
    },
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('finder.refer.title')}</Heading>
          {!ways && <Paragraph lead>{t('finder.refer.lead')}</Paragraph>}
          <search>
            <form class="balie-form" action={link('/doorverwijzen')} method="get" novalidate>
              <FormField
                id="waar"
                label={t('finder.refer.where')}
                description={t('finder.where-hint')}
                error={problem && t(problem)}
              >
                <TextInput name="waar" value={where} autocomplete="off" type="search" />
              </FormField>
              <Row>
                <Button type="submit" variant="primary">
                  {t('finder.search')}
                </Button>
              </Row>
            </form>
          </search>
        </Stack>
        {ways && (
          <>
            <Heading level={2}>{t('finder.near', { place: place ?? where })}</Heading>
            <Columns>
              <Way title={t('finder.refer.today')} none={t('finder.refer.none-today')}>
                {ways.today.map((way) => (
                  <WayLine way={way} page={page} />
                ))}
              </Way>
              <Way title={t('finder.refer.telephone')} none={t('finder.refer.none-telephone')}>
                {ways.byTelephone.map((way) => (
                  <WayLine way={way} page={page} called />
                ))}
              </Way>
              <Way title={t('finder.refer.appointment')} none={t('finder.refer.none-appointment')}>
                {ways.byAppointment.map((venue) => (
                  <li>
                    <VenueLine venue={venue} voice={voice} />
                    {venue.desk.phone && (
                      <p>
                        <Call phone={venue.desk.phone} voice={voice} />
                      </p>
                    )}
                  </li>
                ))}
              </Way>
              <Way title={t('finder.refer.later')} none={t('finder.refer.none-later')}>
                {ways.later.map((way) => (
                  <WayLine way={way} page={page} />
                ))}
              </Way>
            </Columns>
          </>
        )}
        <DigitalHelpLine voice={voice} />
        {!ways && (
          <Stack>
            <Heading level={2}>{t('finder.refer.how-title')}</Heading>
            <ul>
              {(['ask', 'give', 'call'] as const).map((step) => (
                <li>{t(`finder.refer.how.${step}`)}</li>
              ))}
            </ul>
          </Stack>
        )}
      </Stack>
    ),
  }
}

function Way({ title, none, children }: { title: string; none: string; children: unknown[] }) {
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      {children.length === 0 ? <Paragraph>{none}</Paragraph> : <ul class="balie-card-list">{children}</ul>}
    </section>
  )
}

function WayLine({
  way,
  page: { voice, now },
  called,
}: {
  way: WayToHelp
  page: ReferPage
  called?: boolean
}) {
  const { venue, opening } = way
  return (
    <li class="balie-card-list__card">
      <VenueLine venue={venue} voice={voice} />
      <p>
        {openingWords(opening, now, voice)}
        {!called && ` · ${accessWords(opening.hours, voice)}`}
      </p>
      {called && venue.desk.phone && (
        <p>
          <Call phone={venue.desk.phone} voice={voice} />
        </p>
      )}
    </li>
  )
}

function VenueLine({ venue, voice }: { venue: Venue; voice: PublicVoice }) {
  const { desk, place, metres } = venue
  const stands = desk.kind !== 'telephone'
  return (
    <>
      <p>
        <Link href={voice.link(deskPath(desk))}>
          <strong lang="nl">{nameOf(venue)}</strong>
        </Link>
        {stands && ` · ${distanceWords(metres, voice)}`}
      </p>
      {stands && <p lang="nl">{addressLine(place ?? desk)}</p>}
    </>
  )
}

function Call({ phone, voice: { t } }: { phone: string; voice: PublicVoice }) {
  return <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{t('finder.call', { phone })}</Link>
}
