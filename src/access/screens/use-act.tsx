import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Notice } from '../../ui/card.tsx';
import { ask, isOffline, Problem } from '../../workspace/http.ts';
import { useCodeText, useT } from '../../workspace/language.tsx';

/** One act about a member or an invitation, after which the lists are read anew; the notice tells why it could not be done. */
export function useAct(pathOf: (id: string) => string) {
  const t = useT();
  const codeText = useCodeText();
  const queries = useQueryClient();
  const { mutate, isError, error } = useMutation({
    mutationFn: (id: string) => ask(pathOf(id), { method: 'POST', body: {} }),
    networkMode: 'always',
    onSettled: () => queries.invalidateQueries({ queryKey: ['read'] }),
  });
  const notice = isError && (
    <Notice tone="bad" live>
      {isOffline(error) ? t('workspace.offline') : codeText('error', error instanceof Problem ? error.code : 'unknown')}
    </Notice>
  );
  return { act: mutate, notice };
}
