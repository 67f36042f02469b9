#ifndef TIDU_FAULTY_H
#define TIDU_FAULTY_H

// A library to be preloaded into a program (LD_PRELOAD): it counts the program's calls on files below one folder, names
// each of them in a list, and makes one of them go wrong. It is told what to do by the environment:
//
//   FAULTY_ROOT   the folder; calls elsewhere are let through and not counted
//   FAULTY_LIST   a file outside the folder that gets a line "CALL PATH" for each call counted
//   FAULTY_CALL   the number of the call that goes wrong, 0 for the first; absent: none
//   FAULTY_WITH   what goes wrong:
//                   fails:N   the call is not made and fails with errno N
//                   told:N    the call is made and is told as failed with errno N, as a server may
//                   short     of what was to be read or written, one byte is
//                   before    the program is killed before the call
//                   after     the program is killed after the call
//
// Of a call that went wrong the line ends with " !".

/// Whether anything is to be done in this program.
int faulty_is_on(void);

#endif
