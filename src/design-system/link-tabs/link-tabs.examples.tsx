import { LinkTabs } from './link-tabs.tsx'

export const examples = {
  'Three views': () => (
    <LinkTabs
      label="Weergave"
      items={[
        { href: '#dag', label: 'Dag', current: true },
        { href: '#week', label: 'Week' },
        { href: '#maand', label: 'Maand' },
      ]}
    />
  ),
}
