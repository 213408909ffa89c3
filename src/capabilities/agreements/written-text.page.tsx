import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { WrittenAgreement, WrittenMember } from './written-agreement.ts'

/** The text of an agreement on a screen. It is Dutch, whatever the language of the page. */
export function WrittenText({ written }: { written: WrittenAgreement }) {
  return (
    <section lang="nl">
      <Stack>
        {written.preamble.map((text) => (
          <Paragraph>{text}</Paragraph>
        ))}
        {written.articles.map(({ number, block, title, members }) => (
          <>
            <Heading level={3} id={`artikel-${block}`}>
              {`Artikel ${number}. ${title}`}
            </Heading>
            {members.map((member, index) => (
              <MemberText member={member} number={`${number}.${index + 1}`} />
            ))}
          </>
        ))}
      </Stack>
    </section>
  )
}

function MemberText({
  member: { text, items = [], table },
  number,
}: {
  member: WrittenMember
  number: string
}) {
  return (
    <>
      <Paragraph>{`${number} ${text}`}</Paragraph>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
      {table && (
        <DataTable
          id={`tabel-${number.replace('.', '-')}`}
          caption={text.replace(/:$/, '')}
          rows={table.rows}
          columns={table.columns.map((header, at) => ({
            key: header,
            header,
            rowHeader: at === 0,
            cell: (row: readonly string[]) => row[at] ?? '',
          }))}
        />
      )}
    </>
  )
}
