import { Button } from '../../design-system/button/button.tsx'
import { ButtonGroup } from '../../design-system/button-group/button-group.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Page } from '../../platform/http/reply.ts'
import type { Translate } from '../../platform/i18n/translate.ts'

/** Another contact stands under this id already: a person decides, nothing is overwritten, nothing typed is lost. */
export function conflictPage({ t, fields, id }: { t: Translate; fields: FormFields; id: string }): Page {
  return {
    title: t('contacts.conflict.title'),
    main: (
      <Stack>
        <Heading level={1}>{t('contacts.conflict.title')}</Heading>
        <Paragraph lead>{t('contacts.conflict.text')}</Paragraph>
        <form method="post" action="/balie">
          {fields
            .entries()
            .filter(([name]) => name !== 'action')
            .map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
          <ButtonGroup>
            <Button type="submit" variant="primary" name="action" value="save-as-new">
              {t('contacts.conflict.save-as-new')}
            </Button>
            <Button href={`/balie/contacten/${id}`}>{t('contacts.conflict.look')}</Button>
          </ButtonGroup>
        </form>
      </Stack>
    ),
  }
}
