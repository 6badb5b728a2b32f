/* Prints the IPv4 addresses of a name, one a line, as musl's getaddrinfo finds them; 2 when there are none. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *found, *each;
    char text[INET_ADDRSTRLEN];
    int error;

    if (argc != 2) {
        fprintf(stderr, "usage: %s NAME\n", argv[0]);
        return 1;
    }
    error = getaddrinfo(argv[1], NULL, &hints, &found);
    if (error) {
        fprintf(stderr, "%s: %s\n", argv[1], gai_strerror(error));
        return 2;
    }
    for (each = found; each; each = each->ai_next) {
        struct sockaddr_in *address = (struct sockaddr_in *)each->ai_addr;
        puts(inet_ntop(AF_INET, &address->sin_addr, text, sizeof text));
    }
    freeaddrinfo(found);
    return 0;
}
