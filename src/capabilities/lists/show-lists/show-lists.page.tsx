import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTabs } from '../../../design-system/link-tabs/link-tabs.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import { addressOfList, addressOfOption, type KeptList, keptLists, type ListOption } from '../list-option.ts'
import { OptionHistory } from '../option-history.page.tsx'
import type { OptionVersion } from '../read-options/read-options.query.ts'

export function showListsPage({
  t,
  list,
  options,
  versions,
  libraryNames,
  national,
  today,
  saved,
}: {
  t: Translate
  list: KeptList
  options: readonly ListOption[]
  versions: readonly OptionVersion[]
  libraryNames: ReadonlyMap<string, string>
  /** Keeps the national values; otherwise somebody of a library, who keeps its own. */
  national: boolean
  today: string
  saved: boolean
}): Page {
  const address = addressOfList(list)
  const nameOf = (code: string): string => options.find((each) => each.code === code)?.labelNl ?? code
  const own = options.filter(({ libraryId }) => libraryId !== null)
  const hasOwn = list === 'topic' || list === 'help'
  const groups = [...new Set(options.filter((each) => each.libraryId === null).map(({ group }) => group))]
  return {
    title: t('list-care.title', { list: t(`list-care.list.${list}`) }),
    main: (
      <Stack>
        {saved && (
          <Alert kind="ok">
            <p>{t('list-care.saved')}</p>
          </Alert>
        )}
        <Heading level={1}>{t('list-care.title', { list: t(`list-care.list.${list}`) })}</Heading>
        <Paragraph>{t(national ? 'list-care.lead' : 'list-care.lead-library')}</Paragraph>
        <LinkTabs
          label={t('list-care.lists')}
          items={Object.values(keptLists).map((each) => ({
            href: addressOfList(each),
            label: t(`list-care.list.${each}`),
            current: each === list,
          }))}
        />
        {(national || hasOwn) && (
          <ButtonGroup>
            <Button href={`${address}/nieuw`} variant="primary">
              {t(national ? 'list-care.add' : 'list-care.add-own', { list: t(`list-care.one.${list}`) })}
            </Button>
            {national && list !== 'form' && (
              <>
                <Button href={`${address}/samenvoegen`}>{t('list-care.merge')}</Button>
                <Button href={`${address}/splitsen`}>{t('list-care.split')}</Button>
              </>
            )}
          </ButtonGroup>
        )}
        {hasOwn && own.length > 0 && (
          <DataTable
            id="eigen"
            caption={t(national ? 'list-care.own-of-libraries' : 'list-care.own')}
            columns={[
              {
                key: 'label',
                header: t('list-care.value'),
                cell: (option) => <Link href={addressOfOption(option)}>{option.labelNl}</Link>,
                rowHeader: true,
              },
              {
                key: 'national',
                header: t('list-care.counts-as-column'),
                cell: ({ nationalCode }) => nameOf(nationalCode ?? ''),
              },
              {
                key: 'library',
                header: t('list-care.library'),
                cell: ({ libraryId }) => libraryNames.get(libraryId ?? '') ?? '',
              },
              { key: 'state', header: t('list-care.state'), cell: (option) => sayState(option, today, t) },
            ]}
            rows={own}
            compact
          />
        )}
        {groups.map((group) => (
          <DataTable
            id={group ?? 'lijst'}
            caption={group ? t(`list-care.group.${group}`) : t(`list-care.list.${list}`)}
            columns={[
              {
                key: 'label',
                header: t('list-care.value'),
                cell: (option) => <Link href={addressOfOption(option)}>{option.labelNl}</Link>,
                rowHeader: true,
              },
              { key: 'state', header: t('list-care.state'), cell: (option) => sayState(option, today, t) },
            ]}
            rows={options.filter((each) => each.libraryId === null && each.group === group)}
            compact
          />
        ))}
        <OptionHistory t={t} versions={versions} nameOf={nameOf} />
      </Stack>
    ),
  }
}

/** Whether a value counts today, from when, or until when. */
function sayState({ validFrom, validUntil }: ListOption, today: string, t: Translate): string {
  if (validFrom > today) return t('list-care.state.coming', { day: dayInTable(validFrom) })
  if (validUntil === null) return t('list-care.state.valid')
  return t(validUntil > today ? 'list-care.state.ending' : 'list-care.state.ended', {
    day: dayInTable(validUntil),
  })
}
