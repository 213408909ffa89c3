import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { ButtonGroup } from '../../../design-system/button-group/button-group.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import type { AgreementVersion, VersionInList } from '../agreement-version.ts'
import type { NamedAgreement } from '../find-agreements/find-agreements.query.ts'
import { WrittenText } from '../written-text.page.tsx'

/** The text of one version, as it was made. */
export function showVersionPage({
  t,
  language,
  list,
  listName,
  agreement,
  version,
  inList,
  made,
}: {
  t: Translate
  language: Language
  list: string
  listName: 'agreements.title' | 'agreements.library.title'
  agreement: NamedAgreement
  version: AgreementVersion
  inList: Omit<VersionInList, 'madeBy'>
  /** It was made a moment ago. */
  made: boolean
}): Page {
  const { number, madeAt, openBlanks, agreedOn } = inList
  const base = `${list}/${agreement.id}`
  const title = t('agreements.version.title', { title: agreement.title, number })
  return {
    title,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('agreements.breadcrumb')}
            items={[
              { href: list, label: t(listName) },
              { href: base, label: agreement.title },
            ]}
          />
          <Heading level={1}>{title}</Heading>
          {made && <Alert kind="ok">{t('agreements.version.made', { number })}</Alert>}
          {openBlanks > 0 && (
            <Alert kind="warning">{t('agreements.version.open', { count: openBlanks })}</Alert>
          )}
          <Paragraph>
            {t('agreements.version.made-on', { day: dateInWords(localDay(madeAt), language) })}
            {agreedOn && ` ${t('agreements.version.agreed-on', { day: dateInWords(agreedOn, language) })}`}
          </Paragraph>
          <ButtonGroup>
            <Button href={`${base}/versie/${number}/document`} variant="primary">
              {t('agreements.version.fetch')}
            </Button>
            <Button href={base}>{t('agreements.version.back')}</Button>
          </ButtonGroup>
        </Stack>
        <Stack>
          <Heading level={2}>{version.written.title}</Heading>
          <WrittenText written={version.written} />
        </Stack>
      </Stack>
    ),
  }
}
