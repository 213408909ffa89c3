import { Button } from '../../design-system/button/button.tsx'
import { Card, CardList } from '../../design-system/card-list/card-list.tsx'
import { CheckboxGroup } from '../../design-system/checkbox-group/checkbox-group.tsx'
import { Details } from '../../design-system/details/details.tsx'
import { Form } from '../../design-system/form/form.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import { errorAt } from '../../platform/http/form-errors.ts'
import { topicLabel } from '../notices/public.ts'
import { alikeTo } from './alike.ts'
import type { ShownSignal } from './show-signal/show-signal.page.tsx'
import { isOpen, type LeadSignal } from './signal.ts'
import { SignalWords } from './signal-words.page.tsx'
import { handleAddress } from './signals-address.ts'

/** What was joined into a signal, each to be taken apart again. */
export function JoinedSignals(props: ShownSignal) {
  const { t, municipality, signal } = props
  if (signal.joined.length === 0) return null
  return (
    <Stack>
      <Heading level={2}>{t('signals.joined')}</Heading>
      <CardList>
        {signal.joined.map((joined) => (
          <Card>
            <Stack gap="sm">
              <Heading level={3}>{joined.service}</Heading>
              <SignalWords {...props} signal={joined} />
              <form method="post" action={handleAddress(`/${signal.id}/losmaken`, municipality)}>
                <input type="hidden" name="joined" value={joined.id} />
                <Button type="submit" ariaLabel={`${t('signals.take-apart')}: ${joined.service}`}>
                  {t('signals.take-apart')}
                </Button>
              </form>
            </Stack>
          </Card>
        ))}
      </CardList>
    </Stack>
  )
}

/** What may well be the same, to be joined into this signal; what is not like it is one tap away. */
export function AlikeSignals({ t, lists, municipality, signal, signals, errors }: ShownSignal) {
  const alike = alikeTo(signal, signals)
  const answered = alike.filter((other) => !isOpen(other))
  const others = signals.filter((other) => isOpen(other) && other.id !== signal.id)
  const [open, rest] = [
    others.filter((other) => alike.includes(other)),
    others.filter((other) => !alike.includes(other)),
  ]
  if (others.length === 0 && answered.length === 0) return null
  const error = errorAt(errors, 'other')
  const option = (other: LeadSignal) => ({
    value: other.id,
    label: `${other.service} (${topicLabel(lists, other.topicCode)})`,
    description: other.problem,
  })
  const group = (id: string, legend: string, some: readonly LeadSignal[]) => (
    <CheckboxGroup
      id={id}
      name="other"
      legend={legend}
      options={some.map(option)}
      error={id === 'other' ? error : undefined}
    />
  )
  return (
    <Stack>
      <Heading level={2}>{t('signals.alike')}</Heading>
      {answered.map((other) => (
        <Paragraph>
          {t('signals.alike-answered')}{' '}
          <Link href={handleAddress(`/${other.id}`, municipality)}>{other.service}</Link>
        </Paragraph>
      ))}
      {others.length > 0 && (
        <Form action={handleAddress(`/${signal.id}/samenvoegen`, municipality)}>
          <Paragraph>{t('signals.join-lead')}</Paragraph>
          {open.length > 0 && group('other', t('signals.join-alike'), open)}
          {rest.length > 0 &&
            (open.length > 0 ? (
              <Details summary={t('signals.join-others-open', { count: rest.length })}>
                {group('other-rest', t('signals.join-others'), rest)}
              </Details>
            ) : (
              group('other', t('signals.join-others'), rest)
            ))}
          <div>
            <Button type="submit">{t('signals.join-submit')}</Button>
          </div>
        </Form>
      )}
    </Stack>
  )
}
