import { Button } from '../../design-system/button/button.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { RefusalReason } from '../../platform/errors/refusals.ts'
import { firstPage } from '../../platform/http/local-address.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'

/** What went wrong in plain words and what to do now. `reference` finds a surprise back in the log. */
export function errorPage(reason: RefusalReason | 'surprise', request: WebRequest, reference: string): Page {
  const { t } = request
  const title = t(`error.${reason}.title`)
  return {
    title,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t(`error.${reason}.text`, { reference })}</Paragraph>
        <Button href={request.visitor ? firstPage : '/'} variant="primary">
          {t('error.home')}
        </Button>
      </Stack>
    ),
  }
}
