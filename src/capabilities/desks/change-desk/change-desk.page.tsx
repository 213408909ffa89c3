import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { DeskForm, type DeskFormProps } from '../desk.page.tsx'
import { lacksMother } from '../desk.ts'
import type { Difference } from '../desk-fields.ts'
import { sayField, sayValues } from '../desk-words.ts'
import { deskPath } from '../venue.ts'
import type { DeskDetails } from './change-desk.query.ts'

export interface ChangeDeskPage extends DeskFormProps {
  readonly desk: DeskDetails
  readonly libraryName: string
  /** Whether who looks at it may change its opening hours. */
  readonly keepsHours: boolean
  /** Where visitors of a closed desk go. */
  readonly successorName: string | undefined
  /** What stood in the form when it was shown. */
  readonly shown: string
  /** What somebody else changed since it was shown. */
  readonly meanwhile?: readonly Difference[]
  readonly asksWhyMoved?: boolean
  readonly saved: boolean
}

export function changeDeskPage(props: ChangeDeskPage): Page {
  const { t, desk, errors } = props
  const address = `/beheer/informatiepunten/${desk.id}`
  return {
    title: desk.name,
    errors,
    main: (
      <Stack gap="lg">
        <Stack>
          {props.saved && (
            <Alert kind="ok">
              <p>{t('shell.saved')}</p>
            </Alert>
          )}
          <Heading level={1}>{desk.name}</Heading>
          <Paragraph>{props.libraryName}</Paragraph>
          {!desk.active && <ClosedNotice {...props} />}
          {desk.active && lacksMother(desk, props.choices.mothers) && (
            <Alert kind="warning">
              <p>{t('desks.lacks-mother')}</p>
            </Alert>
          )}
          <Row>
            {props.keepsHours && (
              <Link href={`/balie/openingstijden/${desk.id}`}>{t('hours.list.title')}</Link>
            )}
            <Link href={deskPath(desk)}>{t('desks.to-public-page')}</Link>
            {desk.kind !== 'telephone' && desk.active && (
              <Link href={`${address}/plaatsen`}>{t('desks.places.title')}</Link>
            )}
            {desk.active && <Link href={`${address}/sluiten`}>{t('desks.close.link')}</Link>}
          </Row>
          {props.meanwhile && <Meanwhile {...props} differences={props.meanwhile} />}
        </Stack>
        <DeskForm {...props} isNew={false} action={address} hidden={{ shown: props.shown }} />
      </Stack>
    ),
  }
}

function ClosedNotice({ t, language, desk, successorName }: ChangeDeskPage) {
  const address = `/beheer/informatiepunten/${desk.id}`
  return (
    <Alert kind="info">
      <Stack gap="sm">
        <p>
          {desk.closedOn
            ? t('desks.closed-since', { day: dayInWords(desk.closedOn, language) })
            : t('desks.closed')}{' '}
          {successorName ? t('desks.closed-go-to', { desk: successorName }) : t('desks.closed-go-nowhere')}
        </p>
        <Row>
          <form method="post" action={`${address}/openen`}>
            <Button type="submit">{t('desks.reopen')}</Button>
          </form>
          <Link href={`${address}/sluiten`}>{t('desks.close.change')}</Link>
        </Row>
      </Stack>
    </Alert>
  )
}

/** What somebody else made of it meanwhile, beside what was typed here. */
function Meanwhile(props: ChangeDeskPage & { differences: readonly Difference[] }) {
  const { t, differences } = props
  return (
    <Stack>
      <Paragraph>{t('desks.meanwhile.lead')}</Paragraph>
      <DataTable
        id="meanwhile"
        caption={t('desks.meanwhile.caption')}
        columns={[
          {
            key: 'field',
            header: t('desks.meanwhile.field'),
            cell: ({ field }) => sayField(field, props),
            rowHeader: true,
          },
          {
            key: 'theirs',
            header: t('desks.meanwhile.theirs'),
            cell: ({ field, theirs }) => sayValues(field, theirs, props),
          },
          {
            key: 'yours',
            header: t('desks.meanwhile.yours'),
            cell: ({ field, yours }) => sayValues(field, yours, props),
          },
        ]}
        rows={differences}
      />
    </Stack>
  )
}
