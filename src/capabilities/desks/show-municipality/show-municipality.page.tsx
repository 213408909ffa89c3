import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { ResultList } from '../../../design-system/result-card/result-card.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { DigitalHelpLine } from '../digital-help-line.page.tsx'
import type { Now } from '../opening-words.ts'
import { slugOf } from '../venue.ts'
import { VenueCard } from '../venue-card.page.tsx'
import type { MunicipalityDesks } from './show-municipality.query.ts'

export function showMunicipalityPage({
  voice,
  shown: { municipality, inside, nearest },
  now,
}: {
  voice: PublicVoice
  shown: MunicipalityDesks
  now: Now
}): Page {
  const { t, language, link } = voice
  const title = t('finder.municipality.title', { municipality: municipality.name })
  const venues = inside.length > 0 ? inside : nearest
  return {
    title,
    forPublic: {
      language,
      path: `/gemeente/${slugOf(municipality.name)}`,
      description: t('finder.municipality.description', { municipality: municipality.name }),
    },
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{title}</Heading>
          <Paragraph lead>
            {inside.length > 0
              ? t('finder.municipality.count', { count: inside.length })
              : t('finder.municipality.none')}
          </Paragraph>
          {venues.length > 0 && (
            <>
              <Heading level={2}>
                {inside.length > 0 ? t('finder.results-label') : t('finder.municipality.nearest')}
              </Heading>
              <ResultList label={t('finder.results-label')}>
                {venues.map((venue, index) => (
                  <VenueCard
                    found={{ venue, opening: undefined }}
                    number={index + 1}
                    now={now}
                    voice={voice}
                    withoutDistance={inside.length > 0}
                  />
                ))}
              </ResultList>
            </>
          )}
          <DigitalHelpLine voice={voice} />
        </Stack>
        <p class="nl-paragraph">
          <Link href={link('/')}>{t('finder.desk.others')}</Link>
        </p>
      </Stack>
    ),
  }
}
