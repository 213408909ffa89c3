import { CodeBlock } from '../../../design-system/code-block/code-block.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { type PublicVoice, publicLanguages } from '../../../platform/i18n/public-language.ts'

/** What to paste in another site: a form that works by itself, and a script that answers in the page. */
export function embedFinderPage({ voice, origin }: { voice: PublicVoice; origin: string }): Page {
  const { t, language, link } = voice
  const form = [
    `<form action="${origin}${link('/')}" method="get">`,
    `  <label>${t('finder.where')} <input name="waar" autocomplete="postal-code"></label>`,
    `  <button>${t('finder.search')}</button>`,
    '</form>',
  ].join('\n')
  const widget = [
    `<balie-zoeker taal="${language}">`,
    form.replace(/^/gm, '  '),
    '</balie-zoeker>',
    `<script type="module" src="${origin}/zoeker.js"></script>`,
  ].join('\n')
  const policy = ['script-src', 'connect-src', 'form-action']
    .map((directive) => `${directive} ${origin};`)
    .join('\n')
  return {
    title: t('finder.embed.title'),
    forPublic: {
      language,
      path: '/voor-websites',
      description: t('finder.embed.lead'),
    },
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('finder.embed.title')}</Heading>
          <Paragraph lead>{t('finder.embed.lead')}</Paragraph>
        </Stack>
        <Stack>
          <Heading level={2}>{t('finder.embed.widget-title')}</Heading>
          <Paragraph>{t('finder.embed.widget')}</Paragraph>
          <CodeBlock label={t('finder.embed.widget-title')}>{widget}</CodeBlock>
          <Paragraph>{t('finder.embed.languages', { codes: publicLanguages.join(', ') })}</Paragraph>
          <Paragraph>{t('finder.embed.policy')}</Paragraph>
          <CodeBlock label={t('finder.embed.policy-title')}>{policy}</CodeBlock>
        </Stack>
        <Stack>
          <Heading level={2}>{t('finder.embed.form-title')}</Heading>
          <Paragraph>{t('finder.embed.form')}</Paragraph>
          <CodeBlock label={t('finder.embed.form-title')}>{form}</CodeBlock>
        </Stack>
        <Stack>
          <Heading level={2}>{t('finder.embed.link-title')}</Heading>
          <Paragraph>{t('finder.embed.link')}</Paragraph>
          <CodeBlock label={t('finder.embed.link-title')}>{`${origin}${link('/?waar=3811')}`}</CodeBlock>
        </Stack>
        <Stack>
          <Heading level={2}>{t('finder.embed.data-title')}</Heading>
          <Paragraph>{t('finder.embed.data')}</Paragraph>
          <CodeBlock label={t('finder.embed.data-title')}>
            {['openingstijden.json', 'agenda.ics']
              .map((file) => `${origin}/informatiepunt/…/${file}`)
              .join('\n')}
          </CodeBlock>
        </Stack>
      </Stack>
    ),
  }
}
