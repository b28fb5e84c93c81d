// SPDX-License-Identifier: MIT
#include "kiosk/ui/window.hpp"

#include <GLFW/glfw3.h>

#include <atomic>
#include <utility>

namespace baodao {
namespace {

std::atomic<bool> window_is_open{false};

// The scanner types for a US layout; GLFW names keys by where they are on one.
WedgeKey wedge_key(int key) {
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9)
        return {WedgeKey::Kind::character, static_cast<char>('0' + (key - GLFW_KEY_0))};
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9)
        return {WedgeKey::Kind::character, static_cast<char>('0' + (key - GLFW_KEY_KP_0))};
    if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z)
        return {WedgeKey::Kind::character, static_cast<char>('A' + (key - GLFW_KEY_A))};
    if (key == GLFW_KEY_ENTER || key == GLFW_KEY_KP_ENTER || key == GLFW_KEY_TAB)
        return {WedgeKey::Kind::end, 0};
    return {};
}

Error glfw_error(const char* message) {
    const char* description = nullptr;
    glfwGetError(&description);
    return {ErrorKind::io, message, description == nullptr ? "" : description};
}

}  // namespace

struct Window::Parts {
    GLFWwindow* window = nullptr;
    std::vector<InputEvent> events;

    ~Parts() {
        window_is_open = false;
        if (window != nullptr) glfwDestroyWindow(window);
        glfwTerminate();
    }

    static Parts& of(GLFWwindow* window) { return *static_cast<Parts*>(glfwGetWindowUserPointer(window)); }

    // GLFW counts in screen coordinates, we in real pixels.
    [[nodiscard]] Point to_pixels(double x, double y) const {
        int width = 0, height = 0, real_width = 0, real_height = 0;
        glfwGetWindowSize(window, &width, &height);
        glfwGetFramebufferSize(window, &real_width, &real_height);
        if (width == 0 || height == 0) return {};
        return {static_cast<float>(x * real_width / width), static_cast<float>(y * real_height / height)};
    }

    void listen() {
        glfwSetWindowUserPointer(window, this);
        glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
            if (button != GLFW_MOUSE_BUTTON_LEFT) return;
            double x = 0, y = 0;
            glfwGetCursorPos(w, &x, &y);
            const Point where = of(w).to_pixels(x, y);
            if (action == GLFW_PRESS)
                of(w).events.emplace_back(PointerDown{where});
            else
                of(w).events.emplace_back(PointerUp{where});
        });
        glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
            of(w).events.emplace_back(PointerMoved{of(w).to_pixels(x, y)});
        });
        glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int) {
            if (action == GLFW_PRESS) of(w).events.emplace_back(KeyDown{wedge_key(key)});
        });
        glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).events.emplace_back(Exposed{}); });
        glfwSetFramebufferSizeCallback(window,
                                       [](GLFWwindow* w, int, int) { of(w).events.emplace_back(Exposed{}); });
        glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { of(w).events.emplace_back(CloseAsked{}); });
    }
};

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::~Window() = default;

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    if (glfwInit() != GLFW_TRUE) return glfw_error("there is no display");
    auto parts = std::make_unique<Parts>();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWmonitor* monitor = options.fullscreen ? glfwGetPrimaryMonitor() : nullptr;
    PixelSize size = options.size;
    if (const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr)
        size = {mode->width, mode->height};
    parts->window = glfwCreateWindow(size.width, size.height, "报到", monitor, nullptr);
    if (parts->window == nullptr) return glfw_error("the window could not be opened");
    parts->listen();
    glfwMakeContextCurrent(parts->window);
    glfwSwapInterval(1);
    window_is_open = true;
    return std::unique_ptr<Window>(new Window(std::move(parts)));
}

void Window::wait(std::chrono::milliseconds patience) {
    if (patience.count() <= 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(std::chrono::duration<double>(patience).count());
}

std::vector<InputEvent> Window::take_events() {
    return std::exchange(parts_->events, {});
}

PixelSize Window::framebuffer() const {
    PixelSize size;
    glfwGetFramebufferSize(parts_->window, &size.width, &size.height);
    return size;
}

void Window::present() {
    glfwSwapBuffers(parts_->window);
}

void wake_window() {
    if (window_is_open) glfwPostEmptyEvent();
}

}  // namespace baodao
