import { useEffect, useState } from "react";

const CHANGES = ["play", "playing", "pause", "ended", "timeupdate", "seeking", "error", "emptied"];

interface Playback {
  playing: boolean;
  /** In whole seconds. */
  at: number;
  failed: boolean;
}

/** What an audio element does at this moment, and how to have it do something else. */
export function usePlayback(audio: HTMLAudioElement) {
  const [playback, setPlayback] = useState(() => playbackOf(audio));
  useEffect(() => {
    const onChange = () => setPlayback(playbackOf(audio));
    for (const change of CHANGES) audio.addEventListener(change, onChange);
    return () => {
      for (const change of CHANGES) audio.removeEventListener(change, onChange);
    };
  }, [audio]);
  return {
    ...playback,
    toggle() {
      if (playback.playing) audio.pause();
      else play(audio);
    },
    moveTo(seconds: number) {
      audio.currentTime = seconds;
      // Before anything is fetched, no event tells of it.
      setPlayback(playbackOf(audio));
    },
  };
}

function play(audio: HTMLAudioElement): void {
  const { error, currentTime, playbackRate } = audio;
  if (error) {
    // What failed once is not tried again by itself; and a new try forgets place and speed.
    audio.load();
    audio.currentTime = currentTime;
    audio.playbackRate = playbackRate;
  }
  // What keeps it from playing is told by the event.
  audio.play().catch(() => undefined);
}

function playbackOf(audio: HTMLAudioElement): Playback {
  const failed = audio.error !== null;
  return {
    playing: !audio.paused && !audio.ended && !failed,
    at: Math.floor(audio.currentTime),
    failed,
  };
}
