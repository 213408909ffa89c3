import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { longest, type Notice } from '../notice.ts'
import { type Announcing, announceAddress } from '../notices-address.ts'

/** Asks once more, and why: the desks read that it does not go on. */
export function withdrawPage({
  t,
  municipality,
  notice,
  form,
  errors,
}: Announcing & { notice: Notice; form: FormFields; errors: readonly FormError[] }): Page {
  const act = notice.announcedOn ? 'withdraw' : 'discard'
  const title = t(`notices.${act}.title`, { title: notice.title })
  return {
    title,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('notices.breadcrumb')}
          items={[
            { href: announceAddress('', municipality), label: t('notices.title') },
            { href: announceAddress(`/${notice.id}`, municipality), label: notice.title },
          ]}
        />
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t(`notices.${act}.lead`)}</Paragraph>
        <Form action={announceAddress(`/${notice.id}/intrekken`, municipality)}>
          {notice.announcedOn && (
            <FormField
              id="reason"
              label={t('notices.withdraw.reason')}
              description={t('notices.withdraw.reason-hint', { most: longest.reason })}
              error={errorAt(errors, 'reason')}
              required
            >
              <Textarea name="reason" value={form.text('reason')} />
            </FormField>
          )}
          <ButtonGroup>
            <Button type="submit" variant="danger">
              {t(`notices.${act}.submit`)}
            </Button>
            <Button href={announceAddress(`/${notice.id}`, municipality)} variant="subtle">
              {t('notices.cancel')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
