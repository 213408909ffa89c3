import { Link } from '../link/link.tsx'
import { FigureNumbers } from './figure-numbers.tsx'

export const examples = {
  'Four, of which one cannot be compared': () => (
    <FigureNumbers
      numbers={[
        {
          name: 'Peren',
          number: <Link href="#peren">1.412</Link>,
          remarks: ['12 % meer dan een jaar eerder'],
        },
        { name: 'Appels', number: '250', remarks: ['3 % minder dan een jaar eerder', '1,3 per mand'] },
        { name: 'Rijp', number: '92 %', remarks: ['van 1.380 gekeurde stuks'] },
        { name: 'Verkocht', number: '18 %', remarks: ['Er is niets om mee te vergelijken.'] },
      ]}
    />
  ),
  'Five, of which none is left alone': () => (
    <FigureNumbers
      numbers={['Appels', 'Peren', 'Pruimen', 'Kersen', 'Kruisbessen'].map((name, index) => ({
        name,
        number: <Link href={`#${name}`}>{`${(index + 1) * 1_250}`}</Link>,
        remarks: ['geplukt in een jaar'],
      }))}
    />
  ),
}
