import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { ListWithAside } from '../../../design-system/list-with-aside/list-with-aside.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { ResultList } from '../../../design-system/result-card/result-card.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { MapTiles } from '../../../platform/config/config.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import type { Municipality } from '../../organisations/public.ts'
import { DigitalHelpLine } from '../digital-help-line.page.tsx'
import { slugOf } from '../venue.ts'
import { type ShownVenue, VenueCard } from '../venue-card.page.tsx'
import { tilesOrigin, VenueMap } from '../venue-map.page.tsx'

export function showMunicipalityPage({
  voice,
  municipality,
  venues,
  hasOwn,
  tiles,
}: {
  voice: PublicVoice
  municipality: Municipality
  venues: readonly ShownVenue[]
  /** They stand in the municipality itself, and not across the border. */
  hasOwn: boolean
  tiles: MapTiles | undefined
}): Page {
  const { t, language, link } = voice
  const title = t('finder.municipality.title', { municipality: municipality.name })
  return {
    title,
    wide: true,
    ...(tiles && { script: 'tile-map.js' }),
    ...tilesOrigin(tiles),
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
            {hasOwn
              ? t('finder.municipality.count', {
                  count: new Set(venues.map(({ venue }) => venue.desk.id)).size,
                })
              : t('finder.municipality.none')}
          </Paragraph>
          {venues.length > 0 && (
            <>
              <Heading level={2}>
                {hasOwn ? t('finder.results-label') : t('finder.municipality.nearest')}
              </Heading>
              <ListWithAside
                list={
                  <ResultList label={t('finder.results-label')}>
                    {venues.map((shown, index) => (
                      <VenueCard shown={shown} number={index + 1} voice={voice} withoutDistance={hasOwn} />
                    ))}
                  </ResultList>
                }
                aside={<VenueMap venues={venues.map(({ venue }) => venue)} voice={voice} tiles={tiles} />}
              />
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
