import { Breadcrumb } from '../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../design-system/button/button.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { textsAddress } from './proposal.ts'
import { addressOfTexts, SeenFields, type SeenTexts } from './show-texts/show-texts.page.tsx'

/** Asks whether a text may go, and says in how many contacts: nothing brings it back. */
export function blankTextPage({
  t,
  text,
  contacts,
  seen,
}: {
  t: Translate
  text: string
  contacts: number
  seen: SeenTexts
}): Page {
  const back = addressOfTexts(seen)
  return {
    title: t('triage.blank.title'),
    main: (
      <Stack>
        <Breadcrumb label={t('triage.breadcrumb')} items={[{ href: back, label: t('triage.texts.title') }]} />
        <Heading level={1}>{t('triage.blank.title')}</Heading>
        <Paragraph>{t('triage.blank.lead', { text, count: contacts })}</Paragraph>
        <Form action={`${textsAddress}/wissen`}>
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="zeker" value="ja" />
          <SeenFields seen={seen} />
          <div>
            <Button type="submit" variant="primary">
              {t('triage.blank.submit')}
            </Button>
          </div>
        </Form>
        <Paragraph>
          <Link href={back}>{t('triage.blank.keep')}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}
