import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { FieldGroup } from '../../../design-system/field-group/field-group.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import { errorAt } from '../../../platform/http/form-errors.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { FormPartProps } from '../address.page.tsx'
import type { DeskDetails } from '../change-desk/change-desk.query.ts'
import { lacksMother } from '../desk.ts'
import { childAlone, childCloses, childField } from './close-desk.form.ts'
import type { ClosingChoices, Successor } from './close-desk.query.ts'

interface CloseDeskPage extends FormPartProps {
  readonly desk: DeskDetails
  readonly choices: ClosingChoices
}

/** Whether a desk whose mother closes can go on without one. */
export const mayBeAlone = (child: DeskDetails, mothers: readonly DeskDetails[]): boolean =>
  !lacksMother({ kind: child.kind, mother: null }, mothers)

export function closeDeskPage(props: CloseDeskPage): Page {
  const { t, desk, choices, form, errors } = props
  const title = t(desk.active ? 'desks.close.title' : 'desks.close.change', { desk: desk.name })
  const address = `/beheer/informatiepunten/${desk.id}`
  return {
    title,
    errors,
    main: (
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Paragraph>{t('desks.close.lead')}</Paragraph>
        <Form action={`${address}/sluiten`}>
          <DateInput
            id="day"
            name="day"
            legend={t('desks.close.day')}
            description={t('desks.close.day-hint')}
            labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
            value={{ day: form.text('day.day'), month: form.text('day.month'), year: form.text('day.year') }}
            error={errorAt(errors, 'day')}
            required
          />
          <FormField
            id="successor"
            label={t('desks.close.successor')}
            description={t('desks.close.successor-hint')}
            optional={t('shell.optional')}
            error={errorAt(errors, 'successor')}
          >
            <Select
              name="successor"
              value={form.text('successor')}
              options={[
                { value: '', label: t('desks.close.no-successor') },
                ...choices.successors.map((each) => ({ value: each.id, label: nameOf(each) })),
              ]}
            />
          </FormField>
          {choices.children.length > 0 && <Children {...props} />}
          <ButtonGroup>
            <Button type="submit" variant="primary">
              {t(desk.active ? 'desks.close.submit' : 'desks.change.submit')}
            </Button>
            <Button href={address} variant="subtle">
              {t('desks.back')}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    ),
  }
}

const nameOf = ({ name, library }: Successor): string => (library ? `${name} (${library})` : name)

/** What happens to the desks that belong to this one: each is asked, so that none is left without a mother unseen. */
function Children({ t, form, errors, choices }: CloseDeskPage) {
  return (
    <FieldGroup
      id="children"
      legend={<Heading level={2}>{t('desks.close.children')}</Heading>}
      description={t('desks.close.children-hint')}
    >
      <Stack>
        {choices.children.map((child) => (
          <FormField
            id={childField(child.id)}
            label={child.name}
            error={errorAt(errors, childField(child.id))}
            required
          >
            <Select
              name={childField(child.id)}
              value={form.text(childField(child.id))}
              options={[
                { value: '', label: t('desks.close.choose-child') },
                ...choices.mothers.map(({ id, name }) => ({
                  value: id,
                  label: t('desks.close.child-goes-to', { mother: name }),
                })),
                ...(mayBeAlone(child, choices.mothers)
                  ? [{ value: childAlone, label: t('desks.close.child-alone') }]
                  : []),
                { value: childCloses, label: t('desks.close.child-closes') },
              ]}
            />
          </FormField>
        ))}
      </Stack>
    </FieldGroup>
  )
}
