import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { CheckboxGroup } from '../../../design-system/checkbox-group/checkbox-group.tsx'
import { FilterRow } from '../../../design-system/filter-row/filter-row.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { Textarea } from '../../../design-system/textarea/textarea.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { cooperations, type NetworkPartner, policyAreas } from '../network.ts'
import { networkAddress } from '../network-municipality.ts'
import { MeanwhileStored } from '../network-parts.page.tsx'
import type { PartnerToChoose } from './keep-network-partner.query.ts'

interface InMunicipality {
  readonly t: Translate
  readonly municipality: { readonly code: string; readonly name: string }
}

/** Which organisation of the directory takes part. */
export function choosePartnerPage({
  t,
  municipality,
  words,
  found,
  there,
}: InMunicipality & {
  words: string
  found: readonly PartnerToChoose[] | undefined
  /** Those of that name that take part already. */
  there: readonly NetworkPartner[]
}): Page {
  return {
    title: t('network.partner.choose'),
    main: (
      <Stack>
        <Breadcrumb
          label={t('network.breadcrumb')}
          items={[{ href: networkAddress('', municipality), label: t('network.title') }]}
        />
        <Heading level={1}>{t('network.partner.choose')}</Heading>
        <FilterRow
          action="/sturing/netwerk/partner"
          label={t('network.partner.choose')}
          submit={t('network.partner.search')}
        >
          <input type="hidden" name="gemeente" value={municipality.code} />
          <FormField id="zoek" label={t('network.partner.name')}>
            <TextInput name="zoek" value={words} autocomplete="off" />
          </FormField>
        </FilterRow>
        {there.length > 0 && (
          <>
            <Paragraph>{t('network.partner.there')}</Paragraph>
            <ul>
              {there.map(({ id, name }) => (
                <li>
                  <Link href={networkAddress(`/partner/${id}`, municipality)}>{name}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
        {found && found.length === 0 && there.length === 0 && (
          <Paragraph>{t('network.partner.none', { words })}</Paragraph>
        )}
        {found && found.length > 0 && there.length > 0 && (
          <Paragraph>{t('network.partner.others')}</Paragraph>
        )}
        {found && found.length > 0 && (
          <ul>
            {found.map(({ id, name, town }) => (
              <li>
                <Link href={networkAddress('/partner', municipality, `organisatie=${id}`)}>{name}</Link>
                {town && ` · ${town}`}
              </li>
            ))}
          </ul>
        )}
        <Paragraph>{t('network.partner.missing')}</Paragraph>
      </Stack>
    ),
  }
}

/** On which policy areas a partner takes part, and how. */
export function networkPartnerPage({
  t,
  municipality,
  partner,
  member,
  stored,
  form,
  errors,
}: InMunicipality & {
  partner: { readonly id: string; readonly name: string }
  member?: NetworkPartner
  /** What somebody else made of it meanwhile. */
  stored?: NetworkPartner
  form: FormFields
  errors: readonly FormError[]
}): Page {
  const action = member
    ? networkAddress(`/partner/${member.id}`, municipality)
    : networkAddress('/partner', municipality, `organisatie=${partner.id}`)
  return {
    title: partner.name,
    errors,
    main: (
      <Stack>
        <Breadcrumb
          label={t('network.breadcrumb')}
          items={[{ href: networkAddress('', municipality), label: t('network.title') }]}
        />
        <Heading level={1}>{partner.name}</Heading>
        <MeanwhileStored
          t={t}
          facts={
            stored && [
              {
                term: t('network.areas'),
                text: stored.policyAreas.map((area) => t(`network.area.${area}`)).join(', '),
              },
              {
                term: t('network.cooperation'),
                text: stored.cooperation.map((kind) => t(`network.cooperation.${kind}`)).join(', '),
              },
              { term: t('network.contact'), text: stored.contactName },
              { term: t('network.note'), text: stored.note },
            ]
          }
        />
        <Form action={action}>
          {member && <input type="hidden" name="version" value={form.text('version')} />}
          <CheckboxGroup
            id="area"
            name="area"
            legend={t('network.areas')}
            description={t('network.areas-hint')}
            required
            error={errorAt(errors, 'area')}
            options={policyAreas.map((area) => ({ value: area, label: t(`network.area.${area}`) }))}
            values={form.all('area')}
          />
          <CheckboxGroup
            id="cooperation"
            name="cooperation"
            legend={t('network.cooperation')}
            required
            error={errorAt(errors, 'cooperation')}
            options={cooperations.map((kind) => ({ value: kind, label: t(`network.cooperation.${kind}`) }))}
            values={form.all('cooperation')}
          />
          <FormField
            id="contact"
            label={t('network.contact')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'contact')}
          >
            <TextInput name="contact" value={form.text('contact')} autocomplete="off" />
          </FormField>
          <FormField
            id="note"
            label={t('network.note')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'note')}
          >
            <Textarea name="note" value={form.text('note')} rows={3} />
          </FormField>
          {member && (
            <CheckboxGroup
              id="left"
              name="left"
              legend={t('network.left')}
              options={[{ value: 'ja', label: t('network.left-yes') }]}
              values={form.all('left')}
            />
          )}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t(member ? 'network.save' : 'network.partner.add')}
            </Button>
            <Button href={networkAddress('', municipality)} variant="subtle">
              {t('network.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}
