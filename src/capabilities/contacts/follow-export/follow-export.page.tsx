import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Progress } from '../../../design-system/progress/progress.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { dayInTable } from '../../../platform/time/local-time.ts'
import {
  addressOfExport,
  type ContactExport,
  exportAddress,
  exportFileName,
  exportKeptDays,
} from '../contact-export.ts'

/** How far a file is, in words. */
export function sayExportProgress(t: Translate, { done, total }: ContactExport): string {
  return total === 0 ? t('raw-export.progress.begins') : t('raw-export.progress.of', { done, total })
}

/** While the file is made: how far it is. The script looks again by itself; without it there is a link. */
export function workingExportPage(t: Translate, file: ContactExport): Page {
  const address = addressOfExport(file.id)
  const title = t('raw-export.working')
  const text = sayExportProgress(t, file)
  return {
    title,
    ...(!file.failed && { script: 'follow-import.js', scriptData: { address } }),
    main: (
      <Stack>
        <Path t={t} />
        <Heading level={1}>{title}</Heading>
        <OfDays t={t} file={file} />
        {file.failed ? (
          <Stack>
            <Alert kind="error">
              <p>{t('raw-export.failed')}</p>
            </Alert>
            <Form action={`${address}/opnieuw`}>
              <div>
                <Button type="submit" variant="primary">
                  {t('raw-export.retry')}
                </Button>
              </div>
            </Form>
          </Stack>
        ) : (
          <Stack>
            {file.total > 0 ? (
              <Progress
                id="progress"
                label={t('raw-export.progress')}
                value={file.done}
                max={file.total}
                text={text}
              />
            ) : (
              <p class="nl-paragraph" id="progress-text">
                {text}
              </p>
            )}
            <div role="status" id="progress-said" class="balie-visually-hidden" />
            <Paragraph>{t('raw-export.may-leave')}</Paragraph>
            <Paragraph>
              <Link href={address} id="look-again">
                {t('raw-export.look-again')}
              </Link>
            </Paragraph>
          </Stack>
        )}
      </Stack>
    ),
  }
}

/** The file is there. */
export function finishedExportPage(t: Translate, file: ContactExport): Page {
  const title = t('raw-export.ready')
  return {
    title,
    main: (
      <Stack>
        <Path t={t} />
        <Heading level={1}>{title}</Heading>
        <OfDays t={t} file={file} />
        <Alert kind="ok">
          <p>{t('raw-export.holds', { contacts: file.total })}</p>
        </Alert>
        <div>
          <Button href={`${addressOfExport(file.id)}/bestand`} variant="primary">
            {t('raw-export.fetch', { name: exportFileName(file), size: sayBytes(file.bytes ?? 0) })}
          </Button>
        </div>
        <Paragraph>{t('raw-export.careful')}</Paragraph>
        <Paragraph>{t('raw-export.kept', { days: exportKeptDays })}</Paragraph>
      </Stack>
    ),
  }
}

const Path = ({ t }: { t: Translate }) => (
  <Breadcrumb
    label={t('raw-export.breadcrumb')}
    items={[{ href: exportAddress, label: t('raw-export.title') }]}
  />
)

const OfDays = ({ t, file }: { t: Translate; file: ContactExport }) => (
  <Paragraph>
    {t('raw-export.days', { from: dayInTable(file.from), until: dayInTable(file.until) })}
  </Paragraph>
)

/** In kB or MB, whole: to know whether it is worth the wait. */
function sayBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${Math.round(bytes / 1_000_000)} MB`
}
