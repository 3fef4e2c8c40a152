import { Button } from '../../ui/button.tsx';
import { Badge, Notice } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';

export interface FoundService {
  id: string;
  name: string;
  description: string | null;
  organizationId: string;
  organizationName: string;
  place: string | null;
  toBeConfirmed: boolean;
  checkedYear: number | null;
  alert: string | null;
}
interface CardProps {
  service: FoundService;
  isPicked: boolean;
  onToggle: () => void;
}

export function FoundServiceCard({ service, isPicked, onToggle }: CardProps) {
  const t = useT();
  const { name, description, organizationName, place, toBeConfirmed, checkedYear, alert } = service;
  return (
    <article className={`flex flex-col gap-2 rounded-xl border p-4 ${isPicked ? 'border-primary bg-primary-soft' : 'border-line'}`}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="text-sm text-quiet">
        <bdi>{organizationName}</bdi>
        {place && (
          <>
            {' · '}
            <bdi>{place}</bdi>
          </>
        )}
      </p>
      {description && (
        <p dir="auto" className="line-clamp-3 text-sm">
          {description}
        </p>
      )}
      {alert && <Notice tone="warn">{alert}</Notice>}
      <div className="flex flex-wrap items-center justify-between gap-2">
        {toBeConfirmed ? (
          <Badge tone="warn">{t('finder.to_be_confirmed')}</Badge>
        ) : (
          <span className="text-sm text-quiet">{checkedYear !== null && t('finder.checked', { year: String(checkedYear) })}</span>
        )}
        <Button
          look={isPicked ? 'quiet' : 'second'}
          aria-pressed={isPicked}
          aria-label={isPicked ? t('finder.remove_named', { name }) : t('finder.orient_named', { name })}
          onPress={onToggle}
        >
          {isPicked ? t('finder.remove') : t('finder.orient')}
        </Button>
      </div>
    </article>
  );
}
