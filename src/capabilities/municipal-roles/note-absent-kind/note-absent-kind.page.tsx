import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import type { AbsentKind, ListedKind } from '../direction.ts'
import { keepingPage, LongField } from '../keeping-form.page.tsx'

/** Why a kind of organisation takes no part here. */
export function absentKindPage({
  t,
  municipality,
  kind,
  noted,
  stored,
  form,
  errors,
}: {
  readonly t: Translate
  readonly municipality: { readonly code: string; readonly name: string }
  readonly kind: ListedKind
  readonly noted: AbsentKind | undefined
  /** What somebody else wrote meanwhile. */
  readonly stored?: string
  readonly form: FormFields
  readonly errors: readonly FormError[]
}): Page {
  const action = municipalityAddress(`/sturing/regie/niet-hier/${kind}`, municipality)
  const asked = { t, form, errors }
  return keepingPage({
    ...asked,
    title: t('direction.absent.title', { kind: t(`directory.kind.${kind}`) }),
    lead: t('direction.absent.lead', { municipality: municipality.name }),
    up: { href: municipalityAddress('/sturing/regie', municipality), label: t('direction.title') },
    action,
    saved: false,
    isNew: false,
    meanwhile: stored === undefined ? undefined : [{ term: t('direction.absent.reason'), text: stored }],
    fields: (
      <LongField
        {...asked}
        name="reason"
        label={t('direction.absent.reason')}
        hint={t('direction.absent.reason-hint')}
      />
    ),
    below: noted && (
      <Form action={action}>
        <input type="hidden" name="version" value={form.text('version')} />
        <input type="hidden" name="here" value="ja" />
        <Button type="submit" variant="secondary">
          {t('direction.absent.here')}
        </Button>
      </Form>
    ),
  })
}
