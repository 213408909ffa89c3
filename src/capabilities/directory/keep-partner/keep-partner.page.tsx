import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import {
  DayQuestion,
  type EntryForm,
  entryPage,
  LineQuestion,
  type OfPartner,
  partnerAddress,
  TextQuestion,
} from '../entry-form.page.tsx'
import { partnerKinds } from '../partner.ts'

export interface PartnerChoices {
  /** Who can be said to keep it. */
  readonly keepers: readonly { readonly id: string; readonly name: string }[]
  /** The organisations whose people work in Balie. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

/** The form of an organisation; without a partner a new one. */
export function keepPartnerPage(props: EntryForm & PartnerChoices & { partner?: OfPartner }): Page {
  const { t, form, errors, partner } = props
  return entryPage({
    ...props,
    title: partner ? t('directory.partner.change', { name: partner.name }) : t('directory.partner.add'),
    action: partner ? partnerAddress(partner, '/gegevens') : '/beheer/sociale-kaart/organisatie',
    submit: partner ? 'directory.save' : 'directory.partner.add',
    children: (
      <>
        <LineQuestion {...props} name="name" required />
        <LineQuestion {...props} name="short-name" hint="directory.hint.short-name" />
        <FormField id="kind" label={t('directory.field.kind')} required error={errorAt(errors, 'kind')}>
          <Select
            name="kind"
            value={form.text('kind')}
            options={[
              { value: '', label: t('directory.choose') },
              ...partnerKinds.map((kind) => ({ value: kind, label: t(`directory.kind.${kind}`) })),
            ]}
          />
        </FormField>
        <TextQuestion {...props} name="description" hint="directory.hint.partner-description" />
        <LineQuestion {...props} name="phone" type="tel" />
        <LineQuestion {...props} name="email" type="email" hint="directory.hint.partner-email" />
        <LineQuestion {...props} name="website" />
        <RadioGroup
          id="keeper"
          name="keeper"
          legend={t('directory.field.keeper')}
          description={t('directory.hint.keeper')}
          error={errorAt(errors, 'keeper')}
          options={[
            ...props.keepers.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: t('directory.nobody-yet') },
          ]}
          value={form.text('keeper')}
        />
        <DayQuestion {...props} name="review" hint="directory.hint.review" />
        {props.organisations.length > 0 && (
          <FormField
            id="organisation"
            label={t('directory.field.organisation')}
            description={t('directory.hint.organisation')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'organisation')}
          >
            <Select
              name="organisation"
              value={form.text('organisation')}
              options={[
                { value: '', label: t('directory.no-organisation') },
                ...props.organisations.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </FormField>
        )}
      </>
    ),
  })
}
