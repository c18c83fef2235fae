/** Whether a lesson that a reload interrupted waits in this tab. */
import { useEffect, useState } from 'preact/hooks';
import { isLessonKept } from '../../teach/lesson-kept.ts';

/** Looked for anew when `turn` changes: teaching began or ended. */
export function useKeptLesson(tabId: number | undefined, turn: unknown): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    let isOver = false;
    void (tabId === undefined ? Promise.resolve(false) : isLessonKept(tabId)).then(
      (found) => !isOver && setKept(found),
    );
    return () => {
      isOver = true;
    };
  }, [tabId, turn]);
  return isKept;
}
