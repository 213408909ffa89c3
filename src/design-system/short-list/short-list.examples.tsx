import { ShortList, ShortLists } from './short-list.tsx'

export const examples = {
  'Two lists beside each other': () => (
    <ShortLists>
      <ShortList
        items={[
          { name: 'Appels', lines: ['Vandaag geplukt', '2 km hiervandaan'] },
          { name: 'Peren', lines: ['Gisteren geplukt'] },
        ]}
      />
      <ShortList items={[{ name: 'Pruimen', lines: [] }]} />
    </ShortLists>
  ),
}
