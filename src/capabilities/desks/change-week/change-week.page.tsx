import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DateInput } from '../../../design-system/date-input/date-input.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Columns, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { type Desk, movingKinds } from '../desk.ts'
import { type HoursWords, timetableInWords, validityInWords } from '../hours-in-words.ts'
import { HoursLines } from '../hours-lines.page.tsx'
import type { DeskHours, Timetable } from '../opening-hours.ts'
import { WeekPreview } from '../week-preview.page.tsx'

export interface ChangeWeekPage {
  readonly words: HoursWords
  readonly desk: Desk
  readonly kind: 'ordinary' | 'period'
  readonly form: FormFields
  readonly errors: readonly FormError[]
  /** The timetable that is changed; a new one without it. */
  readonly target: string | undefined
  /** What somebody else saved meanwhile. */
  readonly theirs?: Timetable | undefined
  /** The hours as they would be, and from which day to show them; nothing when what was typed cannot be read. */
  readonly preview: { readonly hours: DeskHours; readonly fromDay: string } | undefined
  /** Why there is no preview. */
  readonly unread: string | undefined
  /** Said above the form: where the lines came from. */
  readonly notice?: string | undefined
}

export function changeWeekPage(props: ChangeWeekPage): Page {
  const { words, desk, kind, form, errors, target, theirs } = props
  const { t } = words
  const base = `/balie/openingstijden/${desk.id}`
  const title = t(titles[kind][target ? 'change' : 'add'])
  return {
    title: `${title}, ${desk.name}`,
    errors,
    script: 'change-week.js',
    wide: true,
    main: (
      <Columns>
        <Stack>
          <Heading level={1}>{title}</Heading>
          <Paragraph>{desk.name}</Paragraph>
          {props.notice && (
            <Alert kind="info">
              <p>{props.notice}</p>
            </Alert>
          )}
          {theirs && <Theirs words={words} theirs={theirs} />}
          <Form
            action={target ? `${base}/week/${target}` : `${base}/week/nieuw`}
            id="hours-form"
            onEnter={save}
          >
            <input type="hidden" name="kind" value={kind} />
            <SeenFields form={form} />
            {kind === 'period' && <NameField t={t} form={form} errors={errors} required />}
            <DayField t={t} form={form} errors={errors} name="from" label="hours.from-day" required />
            {kind === 'period' && (
              <DayField t={t} form={form} errors={errors} name="until" label="hours.until-day" required />
            )}
            <HoursLines
              t={t}
              form={form}
              errors={errors}
              places={desk.places}
              placeNeeded={movingKinds.includes(desk.kind)}
              days="needed"
              autofocus={errors.length === 0 && kind === 'ordinary'}
            />
            <SaveButtons t={t} back={base} />
          </Form>
        </Stack>
        <PreviewPart {...props} />
      </Columns>
    ),
  }
}

const titles = {
  ordinary: { add: 'hours.week.title', change: 'hours.week.title-change' },
  period: { add: 'hours.period.title', change: 'hours.period.title-change' },
} as const satisfies Record<string, Record<string, MessageKey>>

const save = { name: 'action', value: 'save' }

/** What the form was made from goes with it, so that a later change of somebody else is seen. */
export function SeenFields({ form }: { form: FormFields }) {
  return (
    <>
      <input type="hidden" name="seen" value={form.text('seen')} />
      <input type="hidden" name="version" value={form.text('version')} />
    </>
  )
}

/** What somebody else saved, beside what the form holds. */
export function Theirs({ words, theirs }: { words: HoursWords; theirs: Timetable }) {
  return (
    <Alert kind="warning">
      <Stack gap="sm">
        <p>
          {words.t('hours.theirs')} {validityInWords(words, theirs)}
          {theirs.name && ` (${theirs.name})`}
        </p>
        <ul>
          {timetableInWords(words, theirs).map((line) => (
            <li>{line}</li>
          ))}
          {theirs.hours.length === 0 && <li>{words.t('hours.preview.closed')}</li>}
        </ul>
      </Stack>
    </Alert>
  )
}

interface FieldProps {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
}

export function NameField({ t, form, errors, required }: FieldProps & { required?: boolean }) {
  return (
    <FormField
      id="name"
      label={t('hours.name')}
      description={t('hours.name-hint')}
      optional={required ? undefined : t('shell.optional')}
      required={required ?? false}
      error={errorAt(errors, 'name')}
    >
      <TextInput name="name" value={form.text('name')} autocomplete="off" />
    </FormField>
  )
}

export function DayField({
  t,
  form,
  errors,
  name,
  label,
  description,
  required,
}: FieldProps & { name: string; label: MessageKey; description?: MessageKey; required?: boolean }) {
  return (
    <DateInput
      id={name}
      name={name}
      legend={t(label)}
      description={description && t(description)}
      optional={required ? undefined : t('shell.optional')}
      required={required ?? false}
      labels={{ day: t('shell.day'), month: t('shell.month'), year: t('shell.year') }}
      value={{
        day: form.text(`${name}.day`),
        month: form.text(`${name}.month`),
        year: form.text(`${name}.year`),
      }}
      error={errorAt(errors, name)}
    />
  )
}

/** Saving first: it stands one key after the times. */
export function SaveButtons({ t, back, oneLine }: { t: Translate; back: string; oneLine?: boolean }) {
  return (
    <ButtonGroup>
      <Button type="submit" variant="primary" name="action" value="save">
        {t('hours.save')}
      </Button>
      <Button type="submit" name="action" value="preview">
        {t('hours.look')}
      </Button>
      {!oneLine && (
        <Button type="submit" name="action" value="add-line">
          {t('hours.add-line')}
        </Button>
      )}
      <Button href={back} variant="subtle">
        {t('hours.back')}
      </Button>
    </ButtonGroup>
  )
}

/** The weeks ahead; the script puts a new one in its place while somebody types. */
export function PreviewPart({
  words,
  preview,
  unread,
}: Pick<ChangeWeekPage, 'words' | 'preview' | 'unread'>) {
  const { t } = words
  return (
    <div>
      <p
        id="preview-status"
        class="balie-visually-hidden"
        role="status"
        data-updated={t('hours.preview.updated')}
      ></p>
      <div id="week-preview">
        {preview ? (
          <WeekPreview words={words} {...preview} />
        ) : (
          <Stack>
            <Heading level={2}>{t('hours.preview.none-title')}</Heading>
            <Paragraph>{unread ?? t('hours.preview.none')}</Paragraph>
          </Stack>
        )}
      </div>
    </div>
  )
}
